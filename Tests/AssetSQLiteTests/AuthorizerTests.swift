import AssetSQLite
import Testing

@Suite struct AuthorizerTests {
  @Test func `what is not allowed is not compiled, and what it would do is named`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); CREATE TABLE u(a)")
    var asked: [Connection.Action] = []
    connection.authorize { action in
      asked.append(action)
      return [.select, .read(table: "t", column: "a"), .function("max")].contains(action)
    }
    #expect(try connection.integer("SELECT max(a) FROM t") == nil)
    for (sql, action) in [
      ("SELECT a FROM u", Connection.Action.read(table: "u", column: "a")),
      ("SELECT min(a) FROM t", .function("min")), ("DELETE FROM t", .write),
      ("UPDATE t SET a = 1", .update(table: "t")),
      ("PRAGMA user_version = 2", .pragma("user_version", argument: "2")),
      ("ATTACH 'x' AS y", .attach), ("DETACH y", .detach), ("BEGIN", .transaction),
      ("SAVEPOINT x", .transaction), ("CREATE TABLE v(a)", .write),
      ("WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n FROM r) SELECT n FROM r", .recursion),
    ] {
      asked = []
      #expect(throws: SQLiteError.self, "\(sql)") { try connection.execute(sql) }
      #expect(asked.last == action, "\(sql)")
    }
  }

  @Test func `a limit holds, and says so by its code`() throws {
    let connection = try Connection.inMemory()
    connection.limit(.length, to: 100)
    connection.limit(.expressionDepth, to: 5)
    let error = try #require(throws: SQLiteError.self) {
      try connection.text("SELECT replace('aaaaaaaaaaaaaaa', 'a', 'bbbbbbbbbb')")
    }
    #expect(error.code == .tooBig)
    #expect(throws: SQLiteError.self) { try connection.integer("SELECT 1+1+1+1+1+1+1") }
  }

  @Test func `an error says where in the statement it is`() throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) { try connection.integer("SELECT 'é', x") }
    #expect(error.offset == 13)
  }

  @Test func `what a function throws fails the statement with its words`() throws {
    let connection = try Connection.inMemory()
    try connection.define("refuse", arguments: nil) { arguments throws(FunctionFault) in
      throw FunctionFault("no, \(arguments.count) times")
    }
    let error = try #require(throws: SQLiteError.self) {
      try connection.integer("SELECT refuse(1, 2)")
    }
    #expect(error.message == "no, 2 times")
  }
}
