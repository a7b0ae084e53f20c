internal import AssetCatalogue
internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Writes what a run reads, the records of each type into its own table.
///
/// A run into tables that are all empty is a load: its records are taken for new, and get ids in the order they come.
struct RunWriters: ~Copyable {
  let isLoad: Bool
  private let state: RunState
  private let types: RecordTypes
  /// In the order that the first records of each type came.
  private var writers: [(type: TypeName, writer: any RunWriter)] = []
  private var places: [TypeName: Int] = [:]
  /// The types that were made of what the run reads.
  private(set) var newTypes: [TypeName] = []
  /// Of a load.
  private var terms: TermLoad?

  /// (A function: an initialiser of a noncopyable type can't throw half-way.)
  static func open(
    _ types: RecordTypes, run: Int64, firstID: Int64, request: IngestRequest,
    on connection: borrowing Connection
  ) throws -> RunWriters {
    // A load takes each record for an asset of its own, where a merge puts several together.
    let isLoad = try request.absentFields != .kept && isLoad(types, on: connection)
    if !isLoad { try connection.execute("PRAGMA cache_size = -\(AssetWriter.pageMemory)") }
    let state = try RunState(run: run, firstID: firstID, request: request, on: connection)
    var writers = RunWriters(
      isLoad: isLoad, state: state, types: types, terms: isLoad ? try TermLoad(connection) : nil)
    if case .only(let type) = types.choice { _ = try writers.place(of: type, on: connection) }
    return writers
  }

  private init(
    isLoad: Bool, state: RunState, types: RecordTypes, terms: consuming TermLoad?
  ) {
    self.isLoad = isLoad
    self.state = state
    self.types = types
    self.terms = terms
  }

  private static func isLoad(
    _ types: RecordTypes, on connection: borrowing Connection
  ) throws -> Bool {
    let tables = try TypeRegistry.withTables(connection).filter { types.takes($0.name.description) }
    return try tables.allSatisfy { type in
      let isEmpty = "SELECT NOT EXISTS (SELECT 1 FROM \(AssetTable(type).name))"
      // What is gone may come back.
      return try connection.integer(isEmpty) == 1 && !VersionTable(type).exists(connection)
    }
  }

  /// The id that the next new asset would have.
  var nextID: Int64 { state.nextID }

  mutating func write(_ batch: RecordBatch, on connection: borrowing Connection) throws {
    guard let type = batch.type, !batch.isEmpty else { return }
    let place = try place(of: type, on: connection)
    try writers[place].writer.write(batch, on: connection)
  }

  mutating func write(_ gathered: GatheredTerms, on connection: borrowing Connection) throws {
    try terms?.write(gathered, on: connection)
  }

  /// Where the type's writer is, which is made when its first records come.
  private mutating func place(
    of type: AssetType, on connection: borrowing Connection
  ) throws -> Int {
    if let place = places[type.name] { return place }
    try requireUnchanged(type, on: connection)
    if try Catalogue.type(named: type.name.description) == nil,
      try TypeRegistry.stored(type.name.description, on: connection) == nil
    {
      newTypes.append(type.name)
    }
    try TypeRegistry.ensureTable(of: type, on: connection)
    let table = AssetTable(type)
    let writer: any RunWriter =
      try isLoad
      ? LoadWriter(table, state: state, on: connection) : AssetWriter(table, state: state)
    places[type.name] = writers.count
    writers.append((type.name, writer))
    return writers.count - 1
  }

  private func requireUnchanged(
    _ type: AssetType, on connection: borrowing Connection
  ) throws {
    try TypeRegistry.requireNotRemoved(type.name.description, on: connection)
    guard let stored = try TypeRegistry.stored(type.name.description, on: connection),
      stored != type
    else { return }
    throw Fault(
      .busy, what: "type \(type.name)", why: "its definition has changed just now",
      advice: "run it again"
    )
  }

  /// Settles what hangs on all records of an input: they are there.
  mutating func endInput(_ connection: borrowing Connection) throws {
    for place in writers.indices { try writers[place].writer.endInput(connection) }
  }

  /// What has been counted since the last input ended, by type: this one has.
  mutating func takeCounts() -> [(type: TypeName, counts: IngestReport.Counts)] {
    // Swift 6.3 can't compile an access through self here for the thread sanitizer.
    let state = state
    state.inputEnds.append(nextID)
    defer { for place in writers.indices { writers[place].writer.counts = IngestReport.Counts() } }
    return writers.map { ($0.type, $0.writer.counts) }
  }

  /// What there was to warn of since the last call.
  mutating func takeWarnings() -> Warnings {
    var all = Warnings()
    for place in writers.indices {
      all.merge(writers[place].writer.warnings)
      writers[place].writer.warnings = Warnings()
    }
    return all
  }

  /// Writes all that is left to write.
  ///
  /// - Returns: of each type, by input, what has to be added to its counts.
  mutating func finish(
    _ connection: borrowing Connection
  ) throws -> [(type: TypeName, corrections: [IngestReport.Counts])] {
    try terms?.finish(connection)
    let corrections = try writers.indices.map { place in
      (type: writers[place].type, corrections: try writers[place].writer.finish(connection))
    }
    if !isLoad {
      // As in `takeCounts`.
      let state = state
      try state.index.finish(connection)
      try connection.execute("PRAGMA cache_size = -\(Store.pageMemory)")
    }
    return corrections
  }

  /// - Throws: `guarded` if assets have lost a field that no record has.
  func requireNoLoss() throws {
    for (_, writer) in writers { try writer.fields.requireNoLoss() }
  }

  /// Notes of which assets no run knows the tags.
  ///
  /// - Returns: of how many of each type.
  func noteUnknownTags(
    _ connection: borrowing Connection
  ) throws -> [(type: TypeName, count: Int)] {
    try writers.map { type, writer in
      let count = try UnknownTags.note(
        writer.seen, new: writer.new, fields: writer.fields, on: connection)
      return (type, count)
    }
  }

  /// The assets of all types of one sort.
  func ids(_ sort: (any RunWriter) -> IDSet) -> IDSet {
    var ids = IDSet()
    for (_, writer) in writers { ids.formUnion(sort(writer)) }
    return ids
  }

  /// Of which types, accounts and regions the records were.
  var scopes: Set<Scope> {
    writers.reduce(into: []) { $0.formUnion($1.writer.scopes?.scopes ?? []) }
  }

  /// Notes which assets the run saw, and which it made or changed.
  func noteHistory(_ connection: borrowing Connection) throws {
    try RunAssets.insert(ids(\.seen), what: .seen, by: state.run, on: connection)
    try RunAssets.insert(ids(\.changed), what: .changed, by: state.run, on: connection)
  }
}
