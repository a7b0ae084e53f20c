/// A piece of SQL with its values: `"\(left) IS NOT \(bind: value)"`. A value never becomes part of the text.
package struct SQLFragment: Sendable {
  /// What stands before, between and behind the values: one text more than there are values.
  private var texts: [String]
  /// What its parameters are bound to, in their order.
  package private(set) var values: [Value] = []

  /// The SQL with a question mark for each value.
  package var text: String { texts.joined(separator: "?") }

  /// The SQL with its values in the places of their parameters.
  package var literalText: String {
    zip(values, texts.dropFirst()).reduce(texts[0]) { $0 + $1.0.literal + $1.1 }
  }

  /// So many rows and one more, which tells whether there are others; all of them for nil.
  package static func limit(_ count: Int?) -> SQLFragment {
    count.map { "\nLIMIT \(bind: .integer(Int64(clamping: $0) &+ 1))" } ?? ""
  }
}

extension SQLFragment: ExpressibleByStringInterpolation {
  package init(stringLiteral sql: String) { texts = [sql] }

  package init(stringInterpolation pieces: StringInterpolation) { self = pieces.fragment }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var fragment: SQLFragment = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ sql: String) { fragment.append(sql) }

    /// Another piece, with its values.
    package mutating func appendInterpolation(_ piece: SQLFragment) {
      fragment.append(piece.texts[0])
      fragment.texts += piece.texts.dropFirst()
      fragment.values += piece.values
    }

    /// A parameter with this value.
    package mutating func appendInterpolation(bind value: Value) {
      fragment.texts.append("")
      fragment.values.append(value)
    }

    /// SQL that is a text: the name of a table, a number.
    package mutating func appendInterpolation(raw sql: String) { fragment.append(sql) }
  }

  private mutating func append(_ sql: String) { texts[texts.count - 1] += sql }
}

extension [SQLFragment] {
  package func joined(_ separator: String) -> SQLFragment {
    guard let first else { return "" }
    var pieces = SQLFragment.StringInterpolation(literalCapacity: 0, interpolationCount: count)
    pieces.appendInterpolation(first)
    for piece in dropFirst() {
      pieces.appendLiteral(separator)
      pieces.appendInterpolation(piece)
    }
    return SQLFragment(stringInterpolation: pieces)
  }
}

extension Value {
  fileprivate var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text):
      "'"
        + text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
        .map { String($0) }.joined(separator: "''")
        + "'"
    case .blob(let bytes):
      "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }
  }
}
