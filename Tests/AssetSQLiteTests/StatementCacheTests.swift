import AssetSQLite
import Testing

/// What `Connection.withStatement` lends.
@Suite struct StatementCacheTests {
  @Test func `a statement in use is not lent a second time`() throws {
    let connection = try Connection.inMemory()
    let sql = "SELECT value FROM json_each('[1,2]')"
    try connection.withStatement(sql) { (outer: inout Statement) throws in
      #expect(try outer.step())
      #expect(outer.integer(at: 0) == 1)
      try connection.withStatement(sql) { (inner: inout Statement) throws in
        #expect(try inner.step())
        #expect(inner.integer(at: 0) == 1)
      }
      #expect(try outer.step())
      #expect(outer.integer(at: 0) == 2)
    }
  }

  @Test func `a statement comes back reset, with nothing bound, also from a body that throws`()
    throws
  {
    struct Stop: Error {}
    let connection = try Connection.inMemory()
    let sql = "SELECT ?1 IS NULL FROM json_each('[1,2]')"
    #expect(throws: Stop.self) {
      try connection.withStatement(sql) { (statement: inout Statement) throws in
        try statement.bind([.integer(7)])
        #expect(try statement.step())
        throw Stop()
      }
    }
    try connection.withStatement(sql) { (statement: inout Statement) throws in
      var answers: [Int64?] = []
      while try statement.step() { answers.append(statement.integer(at: 0)) }
      #expect(answers == [1, 1])
    }
    // Nothing is left open that a transaction would wait for.
    try connection.withTransaction(.immediate) { try connection.execute("CREATE TABLE t(a)") }
  }

  @Test func `more statements than are kept do no harm, one in use least`() throws {
    let connection = try Connection.inMemory()
    try connection.withStatement("SELECT value FROM json_each('[1,2]')") {
      (kept: inout Statement) throws in
      #expect(try kept.step())
      for _ in 0..<2 {
        for number in 0..<200 {
          #expect(try connection.integer("SELECT \(number)") == Int64(number))
        }
      }
      #expect(try kept.step())
      #expect(kept.integer(at: 0) == 2)
    }
  }

  @Test func `a kept statement sees a changed schema`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    for columns in 1...3 {
      try connection.withStatement("SELECT * FROM t") { (statement: inout Statement) throws in
        #expect(try statement.step())
        #expect(statement.columnCount == columns)
      }
      try connection.execute("ALTER TABLE t ADD COLUMN c\(columns)")
    }
  }

  @Test func `a second statement in the text is refused`() throws {
    let connection = try Connection.inMemory()
    #expect(throws: SQLiteError.self) { try connection.integer("SELECT 1; SELECT 2") }
    #expect(try connection.integer("SELECT 1;") == 1)
  }
}
