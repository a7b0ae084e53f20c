internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What the store was when a run began, to tell when it has ended whether it still is.
struct StateMark {
  /// The run that made what the store holds; nil if that isn't known: something else has written to it.
  private let state: Int64?
  private let counter: Int64
  private let unknownTags: Int

  /// Call it in the run's transaction, before anything is written.
  init(_ connection: borrowing Connection) throws {
    counter = Int64(try connection.changeCounter())
    state = try Self.state(connection, counter: counter)
    unknownTags = try UnknownTags.count(connection)
  }

  /// The run that made what the store holds, if nothing but runs that changed nothing came after it.
  ///
  /// - Parameter counter: the file's change counter.
  static func state(_ connection: borrowing Connection, counter: Int64) throws -> Int64? {
    try connection.integer(
      "SELECT state FROM runs WHERE id = (SELECT max(id) FROM runs) AND counter = ?",
      with: .integer(counter))
  }

  /// Notes in the run's row what state it leaves.
  ///
  /// - Parameter request: the digest of what decides what the run makes of its inputs; nil if that need not be kept.
  func note(
    _ run: Int64, report: IngestReport, request: String?, on connection: borrowing Connection
  ) throws {
    let counts = report.counts
    let isSame =
      try counts.inserted + counts.updated + counts.deleted == 0 && report.newTypes.isEmpty
      && UnknownTags.count(connection) == unknownTags
    try connection.run(
      "UPDATE runs SET request = ?, state = ?, counter = ?, same_as = ?, notes = ? WHERE id = ?",
      with: request.map { .text($0) } ?? .null, .integer(isSame ? state ?? run : run),
      // The commit counts it up once.
      .integer((counter + 1) & 0xFFFF_FFFF),
      report.sameAs.map { .integer(Int64($0)) } ?? .null, .text(report.notes.text),
      .integer(run))
  }
}
