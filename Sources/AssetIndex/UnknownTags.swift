internal import Assets
package import AssetSQLite

/// The assets whose tags no run has known, as the table `unknown_tags` has them.
package enum UnknownTags {
  /// Those of a block.
  package static func bits(inBlock block: Int64, on connection: borrowing Connection) throws
    -> BlockBits
  {
    try connection.withStatement("SELECT ids FROM unknown_tags WHERE block = ?") { find in
      try find.bind([.integer(block)])
      return try find.step() ? try find.withBytes(at: 0) { try BlockBits($0) } : BlockBits()
    }
  }

  /// How many there are.
  package static func count(_ connection: borrowing Connection) throws -> Int {
    var count = 0
    try connection.forEachRow("SELECT ids FROM unknown_tags") { row in
      count += try row.withBytes(at: 0) { try BlockBits($0).count }
    }
    return count
  }

  /// Whether the tags of `asset` are unknown, in SQL that any SQLite runs: the bit of its id.
  package static let condition = """
    EXISTS (SELECT 1 FROM unknown_tags WHERE block = asset._id >> 16 AND
      (instr('123456789ABCDEF', substr(hex(substr(ids, (asset._id >> 3 & 8191) + 1, 1)),
        2 - (asset._id >> 2 & 1), 1)) >> (asset._id & 3) & 1))
    """

  package static func insert(_ ids: IDSet, on connection: borrowing Connection) throws {
    try change(ids, on: connection) { $0.formUnion($1) }
  }

  package static func remove(_ ids: IDSet, on connection: borrowing Connection) throws {
    try change(ids, on: connection) { $0.subtract($1) }
  }

  private static func change(
    _ ids: IDSet, on connection: borrowing Connection, body: (inout BlockBits, BlockBits) -> Void
  ) throws {
    for (block, change) in ids.blocks.sorted(by: { $0.key < $1.key }) {
      let old = try bits(inBlock: block, on: connection)
      var new = old
      body(&new, change)
      if new.words != old.words { try write(new, inBlock: block, on: connection) }
    }
  }

  private static func write(
    _ bits: BlockBits, inBlock block: Int64, on connection: borrowing Connection
  ) throws {
    guard !bits.isEmpty else {
      return try connection.run("DELETE FROM unknown_tags WHERE block = ?", with: .integer(block))
    }
    var blob: [UInt8] = []
    BlockBlob.append(bitmap: bits, to: &blob)
    try connection.run(
      "INSERT OR REPLACE INTO unknown_tags VALUES (?, ?)", with: .integer(block), .blob(blob))
  }
}
