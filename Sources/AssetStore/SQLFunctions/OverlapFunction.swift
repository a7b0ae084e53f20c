internal import AssetSQLite

/// SQL's OVERLAPS, of two pairs of moments that sort as texts.
enum OverlapFunction {
  private typealias Span = (start: [UInt8], end: [UInt8]?)

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("overlaps", arguments: 4) { arguments throws(FunctionFault) in
      guard let one = span(arguments, at: 0), let other = span(arguments, at: 2) else {
        return .null
      }
      return test(one, other).map { $0 ? 1 : 0 } ?? .null
    }
  }

  /// The earlier moment first; of one that is missing the other is the start.
  private static func span(_ arguments: borrowing FunctionArguments, at index: Int) -> Span? {
    let (one, other) = (arguments.bytes(at: index), arguments.bytes(at: index + 1))
    guard let one else { return other.map { ($0, nil) } }
    guard let other else { return (one, nil) }
    return other.lexicographicallyPrecedes(one) ? (other, one) : (one, other)
  }

  /// Nil where an end that is missing leaves it open.
  private static func test(_ one: Span, _ other: Span) -> Bool? {
    let (first, second) =
      other.start.lexicographicallyPrecedes(one.start) ? (other, one) : (one, other)
    if first.start == second.start {
      return first.end == nil || second.end == nil ? nil : true
    }
    guard let end = first.end else { return nil }
    if second.start.lexicographicallyPrecedes(end) { return true }
    return second.end == nil ? nil : false
  }
}
