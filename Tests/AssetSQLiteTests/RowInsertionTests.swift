import AssetSQLite
import Testing

@Suite struct RowInsertionTests {
  @Test(arguments: [0, 1, 15, 16, 17, 32, 100])
  func `each row is there once, in order, whole`(count: Int) throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT, blob BLOB)")
    let bytes = (0..<count).flatMap { [UInt8(0x41 + $0 % 26), UInt8($0)] }
    var insertion = RowInsertion("INSERT INTO t", columns: 3)
    for row in 0..<count {
      let values: [3 of Statement.Slice] = [
        .integer(Int64(row)), row % 3 == 0 ? .null : .text(2 * row..<2 * row + 1),
        .blob(2 * row..<2 * row + 2),
      ]
      try insertion.add(values.span, in: bytes.span, on: connection)
    }
    try insertion.finish(in: bytes.span, on: connection)
    var found = 0
    try connection.forEachRow("SELECT id, text, blob FROM t ORDER BY id") { row in
      let letter = String(UnicodeScalar(0x41 + UInt8(found % 26)))
      #expect(row.integer(at: 0) == Int64(found))
      #expect(row.text(at: 1) == (found % 3 == 0 ? nil : letter))
      let blob = row.withBytes(at: 2) { blob in blob.indices.map { blob[$0] } }
      #expect(blob == Array(bytes[2 * found..<2 * found + 2]))
      found += 1
    }
    #expect(found == count)
  }

  @Test func `it may be used again, with other bytes`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(text TEXT)")
    var insertion = RowInsertion("INSERT INTO t", columns: 1)
    for text in ["one", "three", "seventeen"] {
      let bytes = Array(text.utf8)
      let values: [1 of Statement.Slice] = [.text(0..<bytes.count)]
      try insertion.add(values.span, in: bytes.span, on: connection)
      try insertion.finish(in: bytes.span, on: connection)
    }
    let all = try connection.text("SELECT group_concat(text, ' ') FROM t")
    #expect(all == "one three seventeen")
  }
}
