internal import Assets
internal import AssetSQLite

/// How a statement that somebody typed is found fault with.
enum SQLFault {
  static func refused(_ why: String) -> Fault {
    Fault(.guarded, what: "SQL", why: why, advice: "a query reads the store, and does nothing else")
  }

  /// The policy refuses too once the user has asked to stop.
  static func interrupted(_ path: String) -> Fault {
    SQLiteError(code: .interrupted, message: "").fault(path)
  }

  static func tooSlow(_ limits: SQLQuery.Limits) -> Fault {
    Fault(
      .guarded, what: "SQL", why: "it takes longer than \(limits.time ?? .zero)",
      advice: "narrow it, or give it longer with --timeout")
  }

  static func tooMuch(_ bytes: Int) -> Fault {
    Fault(
      .guarded, what: "SQL", why: "it gives more than \(bytes) bytes",
      advice: "narrow it, or allow more with --max-bytes")
  }

  /// A function says what is too large; SQLite only that something is.
  static func tooBig(_ error: SQLiteError) -> Fault {
    let isOfSQLite = error.message == "string or blob too big"
    return Fault(
      .guarded, what: "SQL",
      why: isOfSQLite
        ? "a value or a row of it has more than \(SQLLimits.valueLength >> 20) MiB"
        : error.message,
      advice: "leave the large values out")
  }

  static func tooLarge(_ limits: SQLQuery.Limits) -> Fault {
    let limit = limits.memory.map { "the \($0 >> 20) MiB of memory that it may have" }
    return Fault(
      .guarded, what: "SQL", why: "it needs more than \(limit ?? "the memory that there is")",
      advice: "narrow it, or sort and group less")
  }
}
