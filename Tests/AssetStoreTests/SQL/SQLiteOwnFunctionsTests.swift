import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

/// Functions of SQLite that have another body here give what SQLite's own give.
@Suite("FormatFunction, GlobFunction") struct SQLiteOwnFunctionsTests {
  private func answer(_ sql: String, ownBodies: Bool) throws -> String? {
    let connection = try Connection.inMemory()
    if ownBodies { try SQLFunctions.define(on: connection) }
    return try connection.text("SELECT typeof(x) || ':' || quote(x) FROM (SELECT \(sql) AS x)")
  }

  @Test(arguments: [
    "format('%d %5.2f %-8s|%08.3f', 7, 3.14159, 'ab', -1.5)",
    "format('%,d %x %X %o', 1234567, 255, 255, 8)",
    "printf('%s', NULL)", "printf(NULL)", "printf('%%')",
    "printf('%q %Q %w', 'it''s', 'it''s', 'a\"b')",
    "printf('%*s|%-*s', 5, 'a', 5, 'b')", "printf('%.3s %.*s', 'abcdef', 2, 'xyz')",
    "printf('%c%c', 'ab', 'é')",
    "printf('%e %g', 12345.678, 0.0001)", "printf('%d')", "printf('%s %s', 1)",
    "printf('%lld', 9223372036854775807)",
    "printf('%!.15g', 0.1)", "printf('%z')", "printf('%')", "printf('%5%|')",
    "printf('%s', x'414243')",
  ])
  func `format is SQLite's`(sql: String) throws {
    #expect(try answer(sql, ownBodies: true) == answer(sql, ownBodies: false), "\(sql)")
  }

  @Test func `GLOB is SQLite's, for any pattern`() throws {
    var random = SeededGenerator(seed: 23)
    let marks = ["*", "?", "[", "]", "^", "-", "a", "b", "c", "é", "[a-c]", "[^b]", "[]a]", "[a-]"]
    let letters = ["a", "b", "c", "-", "]", "^", "é", "😀"]
    let text = { (parts: [String], most: Int) in
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
    }
    let own = try Connection.inMemory()
    let plain = try Connection.inMemory()
    try SQLFunctions.define(on: own)
    for _ in 0..<20_000 {
      let (pattern, subject) = (text(marks, 6), text(letters, 6))
      let sql = "SELECT ?1 GLOB ?2"
      let values: [Value] = [.text(subject), .text(pattern)]
      let answers = try (
        own.integer(sql, with: values[0], values[1]), plain.integer(sql, with: values[0], values[1])
      )
      try #require(answers.0 == answers.1, "'\(subject)' GLOB '\(pattern)'")
    }
    for sql in [
      "NULL GLOB 'a'", "'a' GLOB NULL", "12 GLOB '1*'", "x'61' GLOB 'a'", "'a' GLOB x'61'",
    ] {
      #expect(try answer(sql, ownBodies: true) == answer(sql, ownBodies: false), "\(sql)")
    }
  }
}
