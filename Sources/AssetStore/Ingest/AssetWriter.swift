internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Writes batches of one type's records in a run: inserts the assets that are new, updates those that differ, and
/// leaves the others as they are.
struct AssetWriter: RunWriter {
  let state: RunState
  let sql: AssetStatements
  var terms: TermExtractor
  /// Those of the asset that was found last, if it is not what the record says.
  var oldTerms: [UInt32] = []
  private(set) var seen = IDSet()
  private(set) var new = IDSet()
  var changed = IDSet()
  private(set) var scopes: ScopeCollector?
  var versions: VersionWriter
  var fields: KnownFields
  private let tagRecords: TagRecords
  /// Puts records over what the store holds; of use where they do not say all there is of an asset.
  let merge: RecordMerge
  private let mergesAll: Bool
  /// The asset that the last record turned out to be; exports that come again come in the same order.
  private var last: Int64 = 0
  var counts = IngestReport.Counts()
  var warnings = Warnings()
  private var row = AssetRow()
  /// In KiB. A run that changes more pages than are kept in memory locks readers out until it ends, and not only while
  /// it commits.
  static let pageMemory = 81_920

  init(_ table: AssetTable, state: RunState) {
    self.state = state
    sql = AssetStatements(table)
    terms = TermExtractor(table.type)
    fields = KnownFields(table.type, request: state.request)
    tagRecords = TagRecords(table.type, policy: state.request.absentFields)
    scopes = state.request.snapshot.map { _ in ScopeCollector(table.type) }
    versions = VersionWriter(table, run: state.run)
    merge = RecordMerge(table.type)
    mergesAll = state.request.absentFields == .kept
  }

  mutating func write(_ batch: RecordBatch, on connection: borrowing Connection) throws {
    try connection.withStatement(sql.findNext) { findNext in
      try connection.withStatement(sql.find) { find in
        try connection.withStatement(sql.insert) { insert in
          try connection.withStatement(sql.update) { update in
            for index in 0..<batch.count {
              try state.index.makeRoom(connection)
              let known = try known(batch, at: index, findNext: &findNext, find: &find)
              try write(
                batch, at: index, known: known, insert: &insert, update: &update, on: connection)
            }
          }
        }
      }
    }
  }

  private struct Known {
    let id: Int64
    /// Whether it is what the record says.
    let isSame: Bool
    /// Whether the record was put over it.
    let isMerged: Bool
    /// Whether the record says nothing but its tags.
    let isTagsAlone: Bool
  }

  private mutating func known(
    _ batch: RecordBatch, at index: Int, findNext: inout Statement, find: inout Statement
  ) throws -> Known? {
    let cells = batch.record(index)
    let key = cells[cells.startIndex].slice
    if last > 0 {
      let next: [2 of Statement.Slice] = [.integer(last), key]
      let known = try findNext.first(next.span, in: batch.bytes.span) { row in
        try read(row, batch: batch, at: index)
      }
      if let known { return known }
    }
    let only: [1 of Statement.Slice] = [key]
    return try find.first(only.span, in: batch.bytes.span) { row in
      try read(row, batch: batch, at: index)
    }
  }

  private mutating func read(
    _ row: borrowing Statement, batch: RecordBatch, at index: Int
  ) throws -> Known {
    let (id, cells) = (row.integer(at: 0) ?? 0, batch.record(index))
    let isTagsAlone = tagRecords.contains(cells)
    let kept = mergesAll || isTagsAlone ? .all : keptTags(cells, row: row)
    let isSame =
      if let kept {
        try merge.merge(batch, at: index, over: row, keeping: kept)
      } else {
        row.holds(cells, of: batch.bytes)
      }
    if kept != .all && !isSame { fields.noteLosses(row, cells: cells) }
    if !isSame {
      try terms.extract(row, from: 1, with: &state.index.dictionary.interner)
      oldTerms = terms.terms
    }
    return Known(id: id, isSame: isSame, isMerged: kept != nil, isTagsAlone: isTagsAlone)
  }

  /// What of an asset stays although the record that takes its place does not have it; nil for nothing.
  private mutating func keptTags(
    _ cells: ArraySlice<RecordBatch.Cell>, row: borrowing Statement
  ) -> RecordMerge.Kept? {
    guard fields.tags?.keeps(cells, row: row) == true, let tags = fields.tags else { return nil }
    let isTold = tags.toldAlone.contains(row.integer(at: 0) ?? 0)
    return .tags(tags.field, withExtras: isTold)
  }

  private mutating func write(
    _ batch: RecordBatch, at index: Int, known: Known?, insert: inout Statement,
    update: inout Statement, on connection: borrowing Connection
  ) throws {
    last = known?.id ?? 0
    scopes?.note(batch, at: index)
    guard let known else {
      return try self.insert(batch, at: index, insert: &insert, on: connection)
    }
    fields.note(batch.record(index), of: known.id, isTagsAlone: known.isTagsAlone)
    if !seen.insert(known.id) { warnings.addTwice(batch, at: index) }
    guard !known.isSame else { return counts.unchanged += 1 }
    if known.isMerged {
      try self.update(known.id, batch: merge.result, at: 0, update: &update, on: connection)
    } else {
      try self.update(known.id, batch: batch, at: index, update: &update, on: connection)
    }
  }

  mutating func update(
    _ id: Int64, batch: RecordBatch, at index: Int, update: inout Statement,
    on connection: borrowing Connection
  ) throws {
    try versions.keep(id, on: connection)
    try row.write(with: &update, id: id, batch: batch, at: index, run: state.run)
    try terms.extract(batch, at: index, with: &state.index.dictionary.interner)
    try state.index.replace(id, old: oldTerms, new: terms.terms, on: connection)
    _ = changed.insert(id)
    counts.updated += 1
  }

  private mutating func insert(
    _ batch: RecordBatch, at index: Int, insert: inout Statement,
    on connection: borrowing Connection
  ) throws {
    let id = try newID(batch, at: index, on: connection)
    let cells = batch.record(index)
    fields.note(cells, of: id, isTagsAlone: tagRecords.contains(cells))
    try row.write(with: &insert, id: id, batch: batch, at: index, run: state.run)
    try terms.extract(batch, at: index, with: &state.index.dictionary.interner)
    try state.index.insert(id, terms: terms.terms, on: connection)
    _ = seen.insert(id)
    _ = new.insert(id)
    _ = changed.insert(id)
    counts.inserted += 1
  }

  /// An asset that was gone comes back with its id.
  private mutating func newID(
    _ batch: RecordBatch, at index: Int, on connection: borrowing Connection
  ) throws -> Int64 {
    let cells = batch.record(index)
    let gone = try versions.idOfGone(
      cells[cells.startIndex].slice, in: batch.bytes.span, on: connection)
    if let gone { return gone }
    defer { state.nextID += 1 }
    return state.nextID
  }

  mutating func finish(_ connection: borrowing Connection) throws -> [IngestReport.Counts] { [] }
}
