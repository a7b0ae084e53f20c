internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Takes the oldest part of the history away.
struct Pruning {
  /// The run whose end is the first state that stays.
  private let first: Int64
  private let isNeeded: Bool

  init(_ limit: HistoryLimit, on connection: borrowing Connection) throws {
    let wanted =
      switch limit {
      case .runs(let count):
        try Self.firstOfLast(count, on: connection)
      case .since(let text):
        try connection.integer(
          "SELECT max(id) FROM runs WHERE julianday(finished_at) <= julianday(?)",
          with: .text(Self.time(text))) ?? 0
      }
    let known = try connection.integer("SELECT first_state FROM store") ?? 0
    (first, isNeeded) = (max(wanted, known), wanted > known)
  }

  private static func time(_ text: String) throws -> String {
    var time: [UInt8] = []
    do throws(Timestamp.Flaw) {
      _ = try Timestamp.append(text: text.utf8.span, to: &time)
    } catch {
      throw Fault(
        .usage, what: "'\(text)'", why: "it is no time", advice: "write 2026-01-31T12:00:00Z")
    }
    return String(decoding: time, as: UTF8.self)
  }

  private static func firstOfLast(
    _ count: Int, on connection: borrowing Connection
  ) throws -> Int64 {
    guard count > 0 else {
      throw Fault(
        .usage, what: "--keep-runs \(count)", why: "what the last run did is always kept",
        advice: "keep 1 or more")
    }
    return try connection.integer(
      "SELECT id FROM runs ORDER BY id DESC LIMIT 1 OFFSET ?", with: .integer(Int64(count))) ?? 0
  }

  func run(_ connection: borrowing Connection) throws -> PruneReport {
    guard isNeeded else {
      return PruneReport(firstState: Int(first), versions: 0, freedBytes: 0)
    }
    let free = try Self.freeBytes(connection)
    try connection.run("UPDATE store SET first_state = ?", with: .integer(first))
    var versions = 0
    for type in try TypeRegistry.withVersions(connection) {
      versions += try removeVersions(of: type, on: connection)
    }
    try RunAssets.forget(upTo: first, on: connection)
    return PruneReport(
      firstState: Int(first), versions: versions,
      freedBytes: try Self.freeBytes(connection) - free)
  }

  private func removeVersions(
    of type: AssetType, on connection: borrowing Connection
  ) throws -> Int {
    let name = VersionTable(type).name
    let count = try connection.integer(
      "SELECT count(*) FROM \(name) WHERE _until <= ?", with: .integer(first))
    try connection.run("DELETE FROM \(name) WHERE _until <= ?", with: .integer(first))
    if try TypeRegistry.isRemoved(type, on: connection), try !VersionTable(type).hasRows(connection)
    {
      try TypeRegistry.drop(type, on: connection)
    }
    return Int(count ?? 0)
  }

  private static func freeBytes(_ connection: borrowing Connection) throws -> Int {
    let pages = try connection.integer("PRAGMA freelist_count") ?? 0
    return try Int(pages * (connection.integer("PRAGMA page_size") ?? 0))
  }
}
