/// A piece of SQL and the values of its parameters, in order.
package struct SQLFragment {
  package var text: String
  package var values: [Value] = []

  package init(_ text: String, values: [Value] = []) {
    self.text = text
    self.values = values
  }

  /// So many rows and one more, which tells whether there are others; all of them for nil.
  package static func limit(_ count: Int?) -> SQLFragment {
    count.map { SQLFragment("\nLIMIT ?", values: [.integer(Int64(clamping: $0) &+ 1)]) }
      ?? SQLFragment("")
  }

  package static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    SQLFragment(left.text + right.text, values: left.values + right.values)
  }
}

extension SQLFragment {
  /// The SQL with its values in the places of their parameters. No identifier or literal of ours has a question mark.
  package var literalText: String {
    let parts = text.utf8.split(separator: UInt8(ascii: "?"), omittingEmptySubsequences: false)
    var sql = String(decoding: parts[0], as: UTF8.self)
    for (value, part) in zip(values, parts.dropFirst()) {
      sql += value.literal + String(decoding: part, as: UTF8.self)
    }
    return sql
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

extension [SQLFragment] {
  package func joined(_ separator: String) -> SQLFragment {
    SQLFragment(map(\.text).joined(separator: separator), values: flatMap(\.values))
  }
}
