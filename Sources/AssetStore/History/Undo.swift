internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Takes back what a run did to assets of one type.
struct Undo: ~Copyable {
  private let versions: VersionTable
  private let undone: Int64
  private let run: Int64
  private var terms: TermExtractor
  private var index: TermIndexWriter

  init(
    _ type: AssetType, of undone: Int64, by run: Int64, on connection: borrowing Connection
  ) throws {
    versions = VersionTable(type)
    self.undone = undone
    self.run = run
    terms = TermExtractor(type)
    index = try TermIndexWriter(connection)
  }

  mutating func run(
    _ connection: borrowing Connection
  ) throws -> (restored: IDSet, removed: Int) {
    let made = try made(connection)
    guard try versions.exists(connection) else {
      return (IDSet(), try remove(made, on: connection))
    }
    try requireLast(connection)
    var (added, restored) = (made, IDSet())
    for (id, wasThere) in try ended(connection) {
      added.remove(id)
      _ = restored.insert(id)
      try index.makeRoom(connection)
      try restore(id, isThere: wasThere, on: connection)
    }
    try index.finish(connection)
    return (restored, try remove(added, on: connection))
  }

  /// The assets that are as the run left them.
  private func made(_ connection: borrowing Connection) throws -> IDSet {
    var ids = IDSet()
    let changed = try RunAssets.ids(.changed, by: undone...undone, on: connection).ids
    try connection.forEachRow(
      "SELECT _id FROM \(versions.table.name) WHERE _run = ?1 AND _id IN (SELECT value FROM json_each(?2))",
      with: [.integer(undone), .text("[" + changed.map(String.init).joined(separator: ",") + "]")]
    ) { _ = ids.insert($0.integer(at: 0) ?? 0) }
    return ids
  }

  /// The assets of which the run ended a state, and whether it left them another.
  private func ended(_ connection: borrowing Connection) throws -> [(Int64, Bool)] {
    var ids: [(Int64, Bool)] = []
    try connection.forEachRow(
      "SELECT _id, _end = 'changed' FROM \(versions.name) WHERE _until = ? ORDER BY _id",
      with: [.integer(undone)]
    ) { ids.append(($0.integer(at: 0) ?? 0, $0.integer(at: 1) == 1)) }
    return ids
  }

  private func remove(_ ids: IDSet, on connection: borrowing Connection) throws -> Int {
    try Tombstones(versions.table.type, end: .deleted, by: run).make(of: ids, on: connection).count
  }

  /// - Throws: `guarded` if a later run ended a state that this one made, or brought back what it took away.
  private func requireLast(_ connection: borrowing Connection) throws {
    let later = try connection.text(
      """
      SELECT _until || ' changed ' || "_key" FROM \(versions.name) WHERE _run = ?1
      UNION ALL
      SELECT asset._run || ' brought back ' || asset."_key"
      FROM \(versions.name) AS gone JOIN \(versions.table.name) AS asset USING (_id)
      WHERE gone._until = ?1 AND gone._end <> 'changed'
      UNION ALL
      SELECT later._run || ' brought back ' || later."_key"
      FROM \(versions.name) AS gone JOIN \(versions.name) AS later USING (_id)
      WHERE gone._until = ?1 AND gone._end <> 'changed' AND later._run > ?1
      LIMIT 1
      """, with: .integer(undone))
    guard let later else { return }
    throw Fault(
      .guarded, what: "run \(undone)", why: "run \(later), which it had changed too",
      advice: "undo the later run first")
  }
}

extension Undo {
  private mutating func restore(
    _ id: Int64, isThere: Bool, on connection: borrowing Connection
  ) throws {
    let columns = versions.table.columns.joined(separator: ", ")
    let before = "FROM \(versions.name) WHERE _id = ?1 AND _until = ?2"
    let new = try terms(
      "SELECT _id, \(columns) \(before)", values: [.integer(id), .integer(undone)], on: connection)
    if isThere {
      let old = try terms(
        "SELECT _id, \(columns) FROM \(versions.table.name) WHERE _id = ?", values: [.integer(id)],
        on: connection)
      try connection.run(
        versions.keep, with: .integer(id), .integer(run), .text(VersionTable.End.changed.rawValue))
      try connection.run(
        "UPDATE \(versions.table.name) SET (\(columns)) = (SELECT \(columns) \(before)), _run = ?3 WHERE _id = ?1",
        with: .integer(id), .integer(undone), .integer(run))
      try index.replace(id, old: old, new: new, on: connection)
    } else {
      try connection.run(
        "INSERT INTO \(versions.table.name)(_id, \(columns), _run) SELECT _id, \(columns), ?3 \(before)",
        with: .integer(id), .integer(undone), .integer(run))
      try index.insert(id, terms: new, on: connection)
    }
    let isUnknown = try connection.integer(
      "SELECT _tags_unknown \(before)", with: .integer(id), .integer(undone))
    var ids = IDSet()
    _ = ids.insert(id)
    try isUnknown == 1
      ? UnknownTags.insert(ids, on: connection) : UnknownTags.remove(ids, on: connection)
  }

  private mutating func terms(
    _ sql: String, values: [Value], on connection: borrowing Connection
  ) throws -> [UInt32] {
    try connection.forEachRow(sql, with: values) { row in
      try terms.extract(row, from: 1, with: &index.dictionary.interner)
    }
    return terms.terms
  }
}
