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
    return try count(among: seen, on: connection)
  }

  private static func count(among ids: IDSet, on connection: borrowing Connection) throws -> Int {
    try ids.blocks.reduce(0) { count, block in
      var bits = try self.bits(inBlock: block.key, on: connection)
      bits.formIntersection(block.value)
      return count + bits.count
    }
  }
}
