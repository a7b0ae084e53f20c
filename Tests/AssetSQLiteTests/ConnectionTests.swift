import AssetSQLite
import Testing

@Suite struct ConnectionTests {
  @Test func `what is bound comes back as it was`() throws {
    let connection = try Connection.inMemory()
    let values: [Value] = [
      .null, .integer(.min), .real(0.5), .text(""), .text("a\u{0}é"), .blob([]), .blob([0, 255]),
    ]
    for value in values {
      try connection.withStatement("SELECT ?") { statement in
        try statement.bind([value])
        #expect(try statement.step())
        #expect(statement.value(at: 0) == value)
      }
    }
  }

  @Test func `texts that differ only in how a letter is composed are two statements`() throws {
    let connection = try Connection.inMemory()
    for (letter, count) in [("é", 1), ("e\u{301}", 2)] {
      #expect(try connection.integer("SELECT length('\(letter)')") == Int64(count))
    }
  }

  @Test func `a failed transaction leaves nothing`() throws {
    struct Stop: Error {}
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a INTEGER) STRICT")
    #expect(throws: Stop.self) {
      try connection.withTransaction(.immediate) {
        try connection.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    let isInTransaction = connection.isInTransaction
    #expect(!isInTransaction)
  }

  @Test func `slices are bound in place, and gone after the run`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a, b, c, d)")
    let bytes = Array("hello".utf8)
    try connection.withStatement("INSERT INTO t VALUES (?, ?, ?, ?)") { statement in
      let full: [4 of Statement.Slice] = [.text(1..<3), .null, .integer(7), .text(2..<2)]
      try statement.run(full.span, in: bytes.span)
      let short: [2 of Statement.Slice] = [.null, .real(1.5)]
      try statement.run(short.span, in: bytes.span)
    }
    var rows: [[Value]] = []
    try connection.forEachRow("SELECT * FROM t ORDER BY rowid") { row in
      rows.append((0..<4).map { row.value(at: $0) })
    }
    #expect(rows == [["el", nil, 7, ""], [nil, .real(1.5), nil, nil]])
  }

  @Test func `a second statement in the text is refused`() throws {
    let connection = try Connection.inMemory()
    #expect(throws: SQLiteError.self) { try connection.integer("SELECT 1; SELECT 2") }
    #expect(try connection.integer("SELECT 1 ; \n") == 1)
  }

  @Test func `an error names the statement and the extended code, never a value`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a TEXT UNIQUE)")
    try connection.run("INSERT INTO t VALUES (?)", with: "secret")
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (?)", with: "secret")
    }
    #expect(error.code.rawValue == 2067)
    #expect(error.code.primary == .constraint)
    #expect(!"\(error)".contains("secret"))
  }

  @Test func `a statement serves inside of the use of another`() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    var pairs: [Int64] = []
    try connection.forEachRow("SELECT a FROM t") { outer in
      try connection.forEachRow("SELECT a FROM t") { inner in
        pairs.append((outer.integer(at: 0) ?? 0) * 10 + (inner.integer(at: 0) ?? 0))
      }
    }
    #expect(pairs == [11, 12, 21, 22])
  }

  @Test func `a distrustful connection takes no string in double quotes and fires no trigger`()
    throws
  {
    let connection = try Connection.inMemory()
    try connection.execute(
      "CREATE TABLE t(a); CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END")
    try connection.distrust()
    #expect(throws: SQLiteError.self) { try connection.execute(#"SELECT "no such column""#) }
    try connection.execute("INSERT INTO t VALUES (1)")
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `the content of one store replaces that of another`() throws {
    let source = try Connection.inMemory()
    let target = try Connection.inMemory()
    try source.execute("CREATE TABLE t(a); INSERT INTO t VALUES (42)")
    try target.execute("CREATE TABLE other(a)")
    _ = try target.replaceContent(with: source)
    #expect(try target.integer("SELECT a FROM t") == 42)
    #expect(throws: SQLiteError.self) { try target.execute("SELECT * FROM other") }
  }
}
