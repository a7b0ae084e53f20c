import AssetCatalogue
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// A function at work can't be ended from outside: each has to be fast, or to ask whether it should go on.
@Suite struct SQLDeadlineTests {
  private static let text = "printf('%.*c', 9000000, 'a')"
  private static let pattern = String(repeating: "a", count: 900) + "b"

  @Test(arguments: [
    "SELECT regexp_like(\(text), '(a?){250}b')", "SELECT \(text) ~* '(a?){250}b'",
    "SELECT \(text) LIKE '%\(pattern)'", "SELECT \(text) ILIKE '%\(pattern)'",
    "SELECT hstore_contains(j, j) FROM (\(map))", "SELECT slice(j, akeys(j)) FROM (\(map))",
  ])
  func `a function that takes long is stopped`(sql: String) throws {
    let sample = try SQLSample.make()
    let fault = try sample.fault(sql, limits: SQLQuery.Limits(time: .milliseconds(500)))
    #expect(fault.why.hasPrefix("it takes longer"), "\(fault)")
  }

  private static let map =
    "SELECT hstore(array_agg('k' || value), array_agg('1'::text)) AS j FROM (\(numbers))"
  private static let numbers =
    "WITH RECURSIVE r(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM r WHERE value < 20000) SELECT value FROM r"

  @Test(arguments: [
    ("SELECT instr(\(text), printf('%.*c', 400000, 'a') || 'b')", "0"),
    ("SELECT strpos(\(text), printf('%.*c', 400000, 'a') || 'b')", "0"),
    ("SELECT length(replace(\(text), printf('%.*c', 400000, 'a') || 'b', ''))", "9000000"),
    (
      "SELECT length(ltrim(\(text) || 'b', 'bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZa'))",
      "0"
    ),
  ])
  func `a search takes a time that grows with the lengths only`(
    sql: String, answer: String
  ) throws {
    let sample = try SQLSample.make()
    #expect(try sample.values(sql) == [Substring(answer)])
  }

  @Test(arguments: [
    "SELECT replace(\(text), 'a', \(text))",
    "SELECT array_to_string(ARRAY[1, 2, 3, 4], \(text))",
  ])
  func `a value that would be too large is not made`(sql: String) throws {
    let sample = try SQLSample.make()
    #expect(try sample.fault(sql).why.contains("more than the 16 MiB"))
  }

  @Test(arguments: [
    ("instr('abcab', 'cab')", "3"), ("instr('ééb', 'b')", "3"), ("instr('a', '')", "1"),
    ("instr('', 'a')", "0"), ("instr(NULL, 'a')", ""),
    ("instr('aaaaab', 'aaab')", "3"), ("instr('ababaabab', 'abab' || 'x')", "0"),
    ("replace('ababa', 'aba', 'x')", "xba"), ("replace('abc', '', 'x')", "abc"),
    ("replace('aaa', 'a', 'bb')", "bbbbbb"), ("replace('a', NULL, 'x')", ""),
    ("ltrim('xxaxx', 'x')", "axx"), ("rtrim('xxaxx', 'x')", "xxa"), ("trim('xyaéx', 'xyé')", "a"),
    ("trim('aaa', 'a')", "\"\""), ("trim('a', '')", "a"), ("trim('  a ')", "a"),
  ])
  func `searches give what SQLite's own give`(expression: String, answer: String) throws {
    let sample = try SQLSample.make()
    #expect(try sample.values("SELECT \(expression)") == [Substring(answer)])
  }
}
