internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Holds the ids of assets against one another, and against those that runs have given.
enum IDCheck {
  /// - Throws: `damaged` where an asset has an id that no run can have given to it, or that another one has.
  static func require(_ connection: borrowing Connection) throws {
    guard let end = try connection.integer("SELECT next_id FROM store"),
      1...BlockTable.idLimit ~= end
    else {
      throw Fault(
        .damaged, what: "the next id", why: "it is none that a run gives",
        advice: "restore a backup")
    }
    let tables = try TypeRegistry.withTables(connection).map { AssetTable($0).name }
    for table in tables {
      let wrong = try connection.integer(
        "SELECT _id FROM \(table) WHERE _id < 1 OR _id >= ? LIMIT 1", with: .integer(end))
      if let wrong {
        throw AssetWalk.damagedID(wrong, why: "an asset has it that no run can have given")
      }
    }
    try requireDistinct(
      tables.filter { try connection.integer("SELECT EXISTS (SELECT 1 FROM \($0))") == 1 },
      on: connection)
  }

  /// A table has each id once, so that only what two of them have is looked for.
  private static func requireDistinct(
    _ tables: [String], on connection: borrowing Connection
  ) throws {
    guard tables.count > 1 else { return }
    let walk = try AssetWalk(connection)
    var block = try walk.nextBlock(from: 0, on: connection)
    while let this = block {
      var taken = BlockBits()
      for table in tables {
        try connection.forEachRow(
          "SELECT _id FROM \(table) WHERE _id BETWEEN ? AND ?", with: AssetID.range(ofBlock: this)
        ) { row in
          let id = row.integer(at: 0) ?? 0
          guard taken.insert(AssetID(id).low) else { throw AssetWalk.damagedSharedID(id) }
        }
      }
      block = try walk.nextBlock(from: this + 1, on: connection)
    }
  }
}
