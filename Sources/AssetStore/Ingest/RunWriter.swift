internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Writes the rows of one type of what a run reads.
protocol RunWriter: AnyObject {
  var counts: IngestReport.Counts { get set }
  var warnings: Warnings { get set }
  /// The assets that the records turned out to be.
  var seen: IDSet { get }
  /// What the records know.
  var fields: KnownFields { get }

  func write(_ batch: RecordBatch, _ connection: borrowing Connection) throws

  /// Writes all that is left to write.
  ///
  /// - Returns: how many records were taken for new, and turned out to be of assets that came before in the run.
  func finish(_ connection: borrowing Connection) throws -> Int
}

/// What the writers of a run share.
final class RunState {
  let run: Int64
  let absentFields: AbsentFields
  /// The id of the first new asset, of whatever type.
  let firstID: Int64
  /// The id of the next new asset.
  var nextID: Int64
  /// Not used in a load, whose feed brings the terms.
  var index: TermIndexWriter

  init(
    run: Int64, firstID: Int64, _ absentFields: AbsentFields, _ connection: borrowing Connection
  ) throws {
    self.run = run
    self.absentFields = absentFields
    self.firstID = firstID
    nextID = firstID
    index = try TermIndexWriter(connection)
  }
}
