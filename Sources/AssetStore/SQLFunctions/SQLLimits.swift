internal import AssetSQLite

/// How large the values of a query in SQL may get, in bytes.
enum SQLLimits {
  /// The longest query that is taken.
  static let queryLength = 1 << 20
  /// The largest value that a query may make or read.
  static let valueLength = 16 << 20
  /// The largest array, map or JSON that a function takes apart: it takes some twenty-five times the memory.
  static let jsonLength = 4 << 20
  /// How much of a query's memory its functions may take.
  static let functionMemory = 160 << 20

  /// Holds a value to the limit while a function makes it: SQLite sees it only when it is there.
  static func checkLength(_ count: Int) throws(FunctionFault) {
    guard count <= valueLength else {
      throw .tooBig(
        "a value would have more than the \(valueLength >> 20) MiB that one may have")
    }
  }
}
