internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension UnknownTags {
  /// Brings the sets to a new definition of a type, whose assets are rewritten: one that has tags now knows them, and
  /// one whose type has had no tags does not.
  static func settle(
    _ table: AssetTable, hadTags: Bool, on connection: borrowing Connection
  ) throws {
    guard table.type.hasTags else { return }
    try remove(
      ids(of: table, condition: "tags IS NOT NULL AND \(condition)", on: connection), on: connection
    )
    if !hadTags {
      try insert(ids(of: table, condition: "tags IS NULL", on: connection), on: connection)
    }
  }

  /// What can be known of assets that older programs wrote: a run none of whose assets of a type has tags knew none.
  static func inferFromRuns(_ connection: borrowing Connection) throws {
    for type in try TypeRegistry.withTables(connection) where type.hasTags {
      let table = AssetTable(type)
      let unknown = "_run NOT IN (SELECT _run FROM \(table.name) WHERE tags IS NOT NULL)"
      try insert(ids(of: table, condition: unknown, on: connection), on: connection)
    }
  }

  private static func ids(
    of table: AssetTable, condition: String, on connection: borrowing Connection
  ) throws -> IDSet {
    var ids = IDSet()
    try connection.forEachRow("SELECT _id FROM \(table.name) AS asset WHERE \(condition)") { row in
      _ = ids.insert(row.integer(at: 0) ?? 0)
    }
    return ids
  }

  /// What is wrong with the sets; nil if nothing is: each of them has to be of an asset that could have tags, and has
  /// none.
  static func flaw(_ connection: borrowing Connection) throws -> String? {
    guard try connection.hasTable("unknown_tags") else { return nil }
    let count = try count(connection)
    guard count > 0 else { return nil }
    let found = try TypeRegistry.withTables(connection).reduce(0) { found, type in
      guard type.hasTags else { return found }
      let one = try connection.integer(
        "SELECT count(*) FROM \(AssetTable(type).name) AS asset WHERE tags IS NULL AND \(condition)"
      )
      return found + Int(one ?? 0)
    }
    return found == count ? nil : "\(count - found) assets of them are not there, or have tags"
  }
}

extension AssetType {
  /// Whether its assets can have tags.
  var hasTags: Bool { field(named: "tags")?.dataType.isMap == true }
}
