internal import AssetCatalogue
internal import AssetIndex
package import Assets
internal import AssetSQLite

/// What became of a type that was removed.
package struct TypeRemoval: Hashable, Sendable {
  package let type: TypeName
  /// The run that it is on record as.
  package let run: Int
  /// How many assets of it were deleted.
  package let deleted: Int
  /// Whether versions of its assets are kept, and its definition with them: undoing the run brings it back.
  package let isKept: Bool
}

extension Store {
  /// Takes a type out of the store, in a run of its own. What its assets were stays known until it is pruned.
  ///
  /// - Parameter isForced: whether its assets may be deleted with it.
  /// - Throws: `missing` for a type that the store does not know; `guarded` for one that has assets.
  package func remove(type name: String, isForced: Bool = false) throws -> TypeRemoval {
    try writing { connection in
      let type = try Self.removable(name, on: connection)
      let ids = try Self.ids(of: type, on: connection)
      guard ids.count == 0 || isForced else {
        throw Fault(
          .guarded, what: "type \(type.name)", why: "the store has assets of it (\(ids.count))",
          advice: "delete them with it: --force")
      }
      let run = try RunLog.nextID(connection)
      try RunLog.begin(run, of: .remove, type: type.name.description, on: connection)
      _ = try Tombstones(type, end: .deleted, by: run).make(of: ids, on: connection)
      let isKept = try VersionTable(type).hasRows(connection)
      if isKept {
        try TypeRegistry.remove(type, by: run, on: connection)
      } else {
        try TypeRegistry.drop(type, on: connection)
      }
      try RunLog.finish(run, types: [(type.name, .init(deleted: ids.count))], on: connection)
      return TypeRemoval(type: type.name, run: Int(run), deleted: ids.count, isKept: isKept)
    }
  }

  private static func removable(
    _ name: String, on connection: borrowing Connection
  ) throws -> AssetType {
    let known = try TypeRegistry.require(name, on: connection)
    guard let type = try TypeRegistry.stored(known.name.description, on: connection),
      try !TypeRegistry.isRemoved(type, on: connection)
    else {
      throw Fault(
        .missing, what: "type \(known.name)", why: "the store has nothing of it",
        advice: "see: assetstore types")
    }
    return type
  }

  private static func ids(
    of type: AssetType, on connection: borrowing Connection
  ) throws -> IDSet {
    var ids = IDSet()
    guard try TypeRegistry.hasTable(type, on: connection) else { return ids }
    try connection.forEachRow("SELECT _id FROM \(AssetTable(type).name)") { row in
      _ = ids.insert(row.integer(at: 0) ?? 0)
    }
    return ids
  }
}
