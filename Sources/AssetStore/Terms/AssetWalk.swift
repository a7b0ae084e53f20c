internal import Assets
internal import AssetSQLite

/// Walks the assets of all types, span by span: the ids of several types interleave, so that one type after the other
/// would go through the same spans again and again.
struct AssetWalk {
  private var types: [(table: AssetTable, extractor: TermExtractor)]

  /// Walks the types that have tables.
  init(_ connection: borrowing Connection) throws {
    types = try TypeRegistry.withTables(connection).map { (AssetTable($0), TermExtractor($0)) }
  }

  /// The first span, from this one on, that has assets.
  func nextSpan(from span: Int64, _ connection: borrowing Connection) throws -> Int64? {
    guard span <= Int64.max >> 16 else { return nil }
    let first = max(span, 0) << 16
    var next: Int64?
    for (table, _) in types {
      let id = try connection.integer(
        "SELECT min(_id) FROM \(table.name) WHERE _id >= ?", .integer(first))
      if let id { next = min(next ?? .max, id >> 16) }
    }
    return next
  }

  /// Lends the span's assets, type by type: the id, the row (id, fields, extra fields) and what finds its terms.
  ///
  /// - Throws: `damaged` where two assets have one id.
  mutating func forEachAsset(
    inSpan span: Int64, _ connection: borrowing Connection,
    _ body: (Int64, borrowing Statement, inout TermExtractor) throws -> Void
  ) throws {
    var taken = SpanBits()
    for index in types.indices {
      let table = types[index].table
      try connection.forEachRow(
        """
        SELECT _id, \(table.columns.joined(separator: ", "))
        FROM \(table.name) WHERE _id BETWEEN ? AND ? ORDER BY _id
        """, [.integer(span << 16), .integer(span << 16 | 0xFFFF)]
      ) { row in
        let id = row.integer(at: 0) ?? 0
        guard taken.insert(UInt16(truncatingIfNeeded: id)) else {
          throw Self.damagedID(id, "two assets have it")
        }
        try body(id, row, &types[index].extractor)
      }
    }
  }

  static func damagedID(_ id: Int64, _ why: String) -> Fault {
    Fault(.damaged, "the id \(id)", why: why, advice: "restore a backup")
  }
}
