internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Writes the rows of one type of what a run reads. (No class: what one counts for each record would be checked for
/// exclusive access each time.)
protocol RunWriter {
  var counts: IngestReport.Counts { get set }
  var warnings: Warnings { get set }
  /// The assets that the records turned out to be.
  var seen: IDSet { get }
  /// Those of them that were not there, and those that were not there or not the same.
  var new: IDSet { get }
  var changed: IDSet { get }
  /// Of which accounts and regions they are; nil for a run that is no snapshot.
  var scopes: ScopeCollector? { get }
  /// What the records know.
  var fields: KnownFields { get }

  mutating func write(_ batch: RecordBatch, on connection: borrowing Connection) throws

  /// Settles what is known of the tags, now that all records of an input are there.
  mutating func endInput(_ connection: borrowing Connection) throws

  /// Writes all that is left to write.
  ///
  /// - Returns: by input, what has to be added to its counts: records that were taken for new have turned out to be of
  ///   assets that came before in the run. Empty if there are none.
  mutating func finish(_ connection: borrowing Connection) throws -> [IngestReport.Counts]
}

/// What the writers of a run share.
final class RunState {
  let run: Int64
  let request: IngestRequest
  /// The id of the next new asset, of whatever type.
  var nextID: Int64
  /// For each input that has ended, the id behind that of its last new asset.
  var inputEnds: [Int64] = []
  /// Not used in a load, whose feed brings the terms.
  var index: TermIndexWriter

  /// - Parameter firstID: the id of the first new asset.
  init(
    run: Int64, firstID: Int64, request: IngestRequest, on connection: borrowing Connection
  ) throws {
    self.run = run
    self.request = request
    nextID = firstID
    index = try TermIndexWriter(connection)
  }
}
