internal import Assets
internal import AssetSQLite

/// Keeps what assets of a type were before a run changes them.
struct VersionWriter {
  private let versions: VersionTable
  private let run: Int64
  private let keep: String
  private let findGone: String
  /// Whether the type has versions; nil as long as nobody has asked.
  private var isThere: Bool?

  init(_ table: AssetTable, run: Int64) {
    versions = VersionTable(table.type)
    self.run = run
    (keep, findGone) = (versions.keepChanged, versions.findGone)
  }

  /// Keeps the asset as it is in the type's table, once a run.
  mutating func keep(_ id: Int64, on connection: borrowing Connection) throws {
    if isThere != true { try versions.ensure(connection) }
    isThere = true
    try connection.run(
      keep, with: .integer(id), .integer(run), .text(VersionTable.End.changed.rawValue))
  }

  /// The id that an asset had which is gone; nil if there was none.
  mutating func idOfGone(
    _ key: Statement.Slice, in bytes: Span<UInt8>, on connection: borrowing Connection
  ) throws -> Int64? {
    let isThere = try isThere ?? versions.exists(connection)
    self.isThere = isThere
    guard isThere else { return nil }
    let parameters: [1 of Statement.Slice] = [key]
    return try connection.withStatement(findGone) { find in
      try find.first(parameters.span, in: bytes) { $0.integer(at: 0) ?? 0 }
    }
  }
}
