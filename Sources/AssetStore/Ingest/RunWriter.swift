internal import AssetExports
internal import AssetSQLite

/// Writes the rows of what a run reads.
protocol RunWriter: ~Copyable {
  /// Whether the table was empty, so that every record is taken for new: see `RecordFeed`.
  var isLoad: Bool { get }
  /// The id of the first new asset.
  var firstNewID: Int64 { get }
  /// The id that the next new asset would have.
  var endID: Int64 { get }
  var counts: IngestReport.Counts { get set }
  var warnings: Warnings { get set }
  /// The assets that the records turned out to be.
  var seen: IDSet { get }
  /// What the records know.
  var fields: KnownFields { get }

  mutating func write(_ batch: RecordBatch, _ connection: borrowing Connection) throws

  /// Writes all that is left to write.
  ///
  /// - Returns: how many records were taken for new, and turned out to be of assets that came before in the run.
  mutating func finish(_ connection: borrowing Connection) throws -> Int
}

extension RunWriter where Self: ~Copyable {
  /// What has been counted since the last call.
  mutating func takeCounts() -> IngestReport.Counts {
    defer { counts = IngestReport.Counts() }
    return counts
  }

  /// What there was to warn of since the last call.
  mutating func takeWarnings() -> Warnings {
    defer { warnings = Warnings() }
    return warnings
  }
}
