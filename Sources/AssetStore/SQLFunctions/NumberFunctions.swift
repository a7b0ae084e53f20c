internal import Assets
internal import AssetSQLite

/// PostgreSQL's `greatest` and `least`. SQLite's `max` and `min` of several values are NULL if one of them is.
enum NumberFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("greatest", arguments: nil) { extreme($0) { precedes($1, $0) } }
    try connection.define("least", arguments: nil) { extreme($0) { precedes($0, $1) } }
  }

  private static func extreme(
    _ arguments: borrowing FunctionArguments, isBetter: (Value, Value) -> Bool
  ) -> Value {
    var best = Value.null
    for index in 0..<arguments.count where !arguments.isNull(at: index) {
      let value = arguments.value(at: index)
      if best == .null || isBetter(value, best) { best = value }
    }
    return best
  }

  /// As SQLite sorts: numbers, then texts by their bytes, then blobs.
  private static func precedes(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)):
      compareBytes(left.utf8.span, with: right.utf8.span) < 0
    case (.blob(let left), .blob(let right)): compareBytes(left.span, with: right.span) < 0
    default:
      if let left = left.number, let right = right.number {
        left < right
      } else {
        left.rank < right.rank
      }
    }
  }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    case .null, .text, .blob: nil
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .null: 0
    case .integer, .real: 1
    case .text: 2
    case .blob: 3
    }
  }
}
