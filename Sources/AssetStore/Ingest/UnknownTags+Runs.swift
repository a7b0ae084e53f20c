internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension UnknownTags {
  /// Notes what a run has told of the tags of its assets of one type.
  ///
  /// - Parameters:
  ///   - seen: the assets.
  ///   - new: those that were not there before.
  /// - Returns: how many of them have tags that no run has known.
  static func note(
    _ seen: IDSet, new: IDSet, fields: KnownFields, on connection: borrowing Connection
  ) throws -> Int {
    guard let tags = fields.tags else { return 0 }
    var unknown = new
    unknown.formUnion(tags.untold)
    unknown.subtract(tags.told)
    try insert(unknown, on: connection)
    try remove(tags.told, on: connection)
    return try ids(among: seen, on: connection).count
  }

  /// Those of these assets whose tags are unknown.
  static func ids(among ids: IDSet, on connection: borrowing Connection) throws -> IDSet {
    var unknown = IDSet()
    for (block, known) in ids.blocks {
      var bits = try bits(inBlock: block, on: connection)
      bits.formIntersection(known)
      if !bits.isEmpty { unknown.formUnion(IDSet(block, bits: bits)) }
    }
    return unknown
  }
}
