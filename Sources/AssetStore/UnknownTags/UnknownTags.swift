internal import AssetSQLite
internal import Assets

/// The assets whose tags no run has known, as the table `unknown_tags` has them.
enum UnknownTags {
  /// Those of a span.
  static func bits(inSpan span: Int64, _ connection: borrowing Connection) throws -> SpanBits {
    try connection.withStatement("SELECT ids FROM unknown_tags WHERE span = ?") { find in
      try find.bind([.integer(span)])
      return try find.step() ? try find.withBytes(at: 0) { try SpanBits($0) } : SpanBits()
    }
  }

  /// How many there are.
  static func count(_ connection: borrowing Connection) throws -> Int {
    var count = 0
    try connection.forEachRow("SELECT ids FROM unknown_tags") { row in
      count += try row.withBytes(at: 0) { try SpanBits($0).count }
    }
    return count
  }

  /// Whether the tags of `asset` are unknown, in SQL that any SQLite runs: the bit of its id.
  static let condition = """
    EXISTS (SELECT 1 FROM unknown_tags WHERE span = asset._id >> 16 AND
      (instr('123456789ABCDEF', substr(hex(substr(ids, (asset._id >> 3 & 8191) + 1, 1)),
        2 - (asset._id >> 2 & 1), 1)) >> (asset._id & 3) & 1))
    """

  static func insert(_ ids: IDSet, _ connection: borrowing Connection) throws {
    try change(ids, connection) { $0.formUnion($1) }
  }

  static func remove(_ ids: IDSet, _ connection: borrowing Connection) throws {
    try change(ids, connection) { $0.subtract($1) }
  }

  private static func change(
    _ ids: IDSet, _ connection: borrowing Connection, _ body: (inout SpanBits, SpanBits) -> Void
  ) throws {
    for (span, change) in ids.spans.sorted(by: { $0.key < $1.key }) {
      let old = try bits(inSpan: span, connection)
      var new = old
      body(&new, change)
      if new.words != old.words { try write(new, span, connection) }
    }
  }

  private static func write(
    _ bits: SpanBits, _ span: Int64, _ connection: borrowing Connection
  ) throws {
    guard !bits.isEmpty else {
      return try connection.run("DELETE FROM unknown_tags WHERE span = ?", .integer(span))
    }
    var blob: [UInt8] = []
    SpanBlob.append(bitmap: bits, to: &blob)
    try connection.run(
      "INSERT OR REPLACE INTO unknown_tags VALUES (?, ?)", .integer(span), .blob(blob))
  }
}
