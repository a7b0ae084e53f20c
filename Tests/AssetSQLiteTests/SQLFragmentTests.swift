import AssetSQLite
import Testing

@Suite struct SQLFragmentTests {
  @Test func `values stand in the order of their parameters, however pieces are put together`()
    throws
  {
    let name: SQLFragment = "name IS NOT \(bind: "?, 'x'")"
    let parts = [name, "size < \(bind: 5)", "\(raw: "1")"]
    let whole: SQLFragment = "SELECT \(bind: nil), 2 WHERE (\(parts.joined(" AND ")))\(.limit(7))"
    #expect(
      whole.text == "SELECT ?, 2 WHERE (name IS NOT ? AND size < ? AND 1)\nLIMIT ?")
    #expect(whole.values == [.null, "?, 'x'", 5, 8])
    #expect(
      whole.literalText
        == "SELECT NULL, 2 WHERE (name IS NOT '?, ''x''' AND size < 5 AND 1)\nLIMIT 8")
  }

  @Test(
    arguments: [
      .null, .integer(.min), .real(0.5), .text("it's ? \u{301}"), .blob([0, 63, 255]), "",
    ] as [Value])
  func `a value is the same bound and written out`(value: Value) throws {
    let connection = try Connection.inMemory()
    let query: SQLFragment = "SELECT \(bind: value), '?', \(bind: value)"
    for written in [query, "\(raw: query.literalText)"] {
      try connection.forEachRow(of: written) { row in
        let read = [row.value(at: 0), row.value(at: 1), row.value(at: 2)]
        #expect(read == [value, "?", value])
      }
    }
  }

  @Test func `what is empty joins to nothing, and no limit is none`() throws {
    let none: [SQLFragment] = []
    #expect(none.joined(", ").text == "" && SQLFragment.limit(nil).text == "")
    #expect(SQLFragment.limit(.max).values == [.integer(.min)])
    let connection = try Connection.inMemory()
    #expect(try connection.integer(of: "SELECT 1 WHERE \(bind: 0)") == nil)
  }
}
