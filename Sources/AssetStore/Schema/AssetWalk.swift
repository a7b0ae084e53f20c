internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Walks the assets of all types, block by block: the ids of several types interleave, so that one type after the other
/// would go through the same blocks again and again.
struct AssetWalk {
  private var types: [(table: AssetTable, extractor: TermExtractor)]

  /// Walks the types that have tables.
  init(_ connection: borrowing Connection) throws {
    types = try TypeRegistry.withTables(connection).map { (AssetTable($0), TermExtractor($0)) }
  }

  /// The first block, from this one on, that has assets.
  func nextBlock(from block: Int64, on connection: borrowing Connection) throws -> Int64? {
    guard block <= AssetID(.max).block else { return nil }
    let first = AssetID(block: max(block, 0), low: 0).number
    var next: Int64?
    for (table, _) in types {
      let id = try connection.integer(
        "SELECT min(_id) FROM \(table.name) WHERE _id >= ?", with: .integer(first))
      if let id { next = min(next ?? .max, AssetID(id).block) }
    }
    return next
  }

  /// Lends the block's assets, type by type: the id, the row (id, fields, extra fields) and what finds its terms.
  ///
  /// - Throws: `damaged` where two assets have one id.
  mutating func forEachAsset(
    inBlock block: Int64, on connection: borrowing Connection,
    body: (Int64, borrowing Statement, inout TermExtractor) throws -> Void
  ) throws {
    var taken = BlockBits()
    for index in types.indices {
      let table = types[index].table
      try connection.forEachRow(
        """
        SELECT _id, \(table.columns.joined(separator: ", "))
        FROM \(table.name) WHERE _id BETWEEN ? AND ? ORDER BY _id
        """, with: AssetID.range(ofBlock: block)
      ) { row in
        let id = row.integer(at: 0) ?? 0
        guard taken.insert(AssetID(id).low) else {
          throw Self.damagedSharedID(id)
        }
        try body(id, row, &types[index].extractor)
      }
    }
  }

  static func damagedSharedID(_ id: Int64) -> Fault { damagedID(id, why: "two assets have it") }

  static func damagedID(_ id: Int64, why: String) -> Fault {
    Fault(.damaged, what: "the id \(id)", why: why, advice: "restore a backup")
  }
}
