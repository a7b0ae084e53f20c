import AssetLanguage
import Assets
import Testing

@Suite struct ExpressionCheckerTests {
  private func type() throws -> AssetType {
    try AssetType(
      TypeName("test.thing"), accountField: "owner", keyTemplate: nil,
      fields: [
        Field("owner", dataType: .string), Field("size", dataType: .int64),
        Field("active", dataType: .bool),
        Field("made", dataType: .timestamp), Field("tags", dataType: .hstore),
        Field("groups", dataType: .array(.string)),
        Field("detail", dataType: .json),
      ])
  }

  private func check(_ text: String, across: Bool = false) throws -> Expression {
    let checker = try across ? ExpressionChecker(acrossTypes: type()) : ExpressionChecker(type())
    return try checker.check(Expression(parsing: text))
  }

  @Test(arguments: [
    ("active = 'abc'", 9), ("size = 'many'", 7), ("size < '0x10'", 7), ("size = 'inf'", 7),
    ("owner = 123", 8), ("tags < 'a=>b'", 0), ("tags = 'a'", 7), ("tags = 5", 7),
    ("tags IN ('a')", 9), ("tags LIKE 'a'", 0), ("tags IS DISTINCT FROM 5", 22),
    ("owner->'k' = 'x'", 0), ("owner ? 'k'", 0), ("size @> 'a=>b'", 0), ("exist(made, 'k')", 6),
    ("made > 'soon'", 7), ("made > TIMESTAMP '2024-02-30'", 7), ("made LIKE '2024%'", 0),
    ("size", 0), ("'x'", 0), ("tags", 0), ("NOT owner", 4), ("detail = 'x'", 0),
    ("groups = 'x'", 9), ("'x' = ANY (tags)", 11), ("1 = ANY (groups)", 0), ("ownr = 'x'", 0),
    ("owner LIKE 'x\\'", 11), ("owner ~ '('", 8), ("size ~ 'x'", 0), ("owner = size", 8),
    ("size IN (1, 'x')", 12), ("size = '1.5'", 7), ("size = TRUE", 7),
  ])
  func `what can't be asked of a field is a fault with its place`(text: String, offset: Int) throws
  {
    let fault = try #require(throws: Fault.self) { try check(text) }
    #expect(fault.kind == .usage && fault.excerpt == TextPlace(text, at: offset))
  }

  @Test(arguments: [
    ("size = '5'", "size = 5"), ("SIZE = 5", "size = 5"), ("account_id = 'x'", "owner = 'x'"),
    ("active = 't'", "active = TRUE"), ("_type = 'x'", "'test.thing' = 'x'"),
    ("made = '2024-05-01'", "made = TIMESTAMP '2024-05-01'"),
    ("size IN (NULL, '15')", "size IN (NULL, 15)"), ("size IN (1, 2.5)", "size IN (1, 2.5)"),
  ])
  func `names and literals become what the fields have`(text: String, same: String) throws {
    #expect(try check(text) == Expression(parsing: same))
  }

  @Test func `a field that is not there comes with the one that was meant`() throws {
    let fault = try #require(throws: Fault.self) { try check("ownr = 'x'") }
    #expect(fault.advice == "did you mean 'owner'?")
  }

  @Test(arguments: [
    ("env = 'prod'", "a tag is written tags->'env'; see: assetstore types show test.thing"),
    ("owner = \"prod\"", "text stands in single quotes: 'prod'"),
    ("owner IN ('x', prod)", "text stands in single quotes: 'prod'"),
    ("owner = actve", "did you mean 'active'? text stands in single quotes: 'actve'"),
    ("owner BETWEEN 'a' AND zz", "text stands in single quotes: 'zz'"),
    ("tags->'env' IS DISTINCT FROM prod", "text stands in single quotes: 'prod'"),
    ("owner = 000000000123", "write '000000000123', in quotes; or convert the text: x::BIGINT"),
    ("owner IN (-0.50)", "write '-0.50', in quotes; or convert the text: x::BIGINT"),
  ])
  func `a name that is none comes with what may have been meant`(
    text: String, advice: String
  ) throws {
    let fault = try #require(throws: Fault.self) { try check(text) }
    #expect(fault.advice == advice)
    let across = try #require(throws: Fault.self) { try check("env = 'prod'", across: true) }
    #expect(across.advice?.hasPrefix("a tag is written tags->'env'; across types") == true)
  }

  @Test(arguments: [
    ("lower(ownr) = 'x'", 6, "did you mean 'owner'?"), ("nope(owner) = 'x'", 0, nil),
    ("lower(size) = 'x'", 0, "there is lower(text)"), ("owner ->> 'k' = 'x'", 6, nil),
    ("tags ->> 'k' = 'x'", 5, "write ->, which gives text"),
    ("detail->>'k' = 5", 15, "write '5', in quotes"),
    ("size + 'x' > 1", 7, nil), ("coalesce(owner, 1) = 'x'", 16, nil),
    ("made > now() - 5", 13, "INTERVAL"),
    ("owner = (SELECT 'x')", 8, "assetstore sql"), ("count(*) > 1 + 1", 0, nil),
    ("detail->'a'->>'b'", 0, nil),
  ])
  func `what is computed is checked too, with its place`(
    text: String, offset: Int, advice: String?
  ) throws {
    let fault = try #require(throws: Fault.self, "\(text)") { try check(text) }
    #expect(fault.kind == .usage && fault.excerpt == TextPlace(text, at: offset), "\(fault)")
    if let advice { #expect(fault.advice?.contains(advice) == true, "\(fault)") }
  }

  @Test func `an account's zeros are part of what is told of it`() throws {
    let fault = try #require(throws: Fault.self) { try check("account_id = 000000000123") }
    #expect(fault.advice?.hasPrefix("write '000000000123', in quotes") == true)
  }

  @Test func `a whole map is compared with hstore text`() throws {
    let equals = Expression.equals("tags", try MapLiteral(hstore: "a=>b"))
    #expect(try check("tags = 'a=>b'") == equals)
    #expect(try check("'a=>b' <> tags") == .not(equals))
    #expect(try check("tags IS DISTINCT FROM 'a=>b'") == .not(equals))
    #expect(try check("tags IN ('a=>b')") == .or([equals]))
  }

  @Test(arguments: [
    "groups = '{a,b}'", "groups IS DISTINCT FROM '{a}'", "size > 0.12345678901234567",
  ])
  func `what the index can't compare is worked out asset by asset`(text: String) throws {
    guard case .computed = try check(text) else {
      Issue.record("\(text)")
      return
    }
  }

  @Test func `across types there are four names`() throws {
    #expect(try check("account_id = 'x'", across: true) == Expression(parsing: "owner = 'x'"))
    #expect(throws: Never.self) {
      try check("_type LIKE 'test.%' AND _key <> '' AND tags ? 'a'", across: true)
    }
    #expect(throws: Fault.self) { try check("size = 5", across: true) }
    let checker = ExpressionChecker(acrossTypes: nil)
    #expect(throws: Fault.self) { try checker.check(Expression(parsing: "nope = 'x'")) }
  }

  @Test(arguments: [
    "2024-05-01", "2024-05-01T12:30", "2024-05-01 12:30:05", "2024-02-29T12:30:05.123456Z",
    "2024-05-01T12:30+05:30",
  ])
  func `an instant is spelled as SQLite reads it`(text: String) throws {
    #expect(throws: Never.self) { try check("made = '\(text)'") }
  }

  @Test(arguments: [
    "", "2024", "2024-13-01", "2023-02-29", "2024-05-01Z", "2024-05-01T24:00",
    "2024-05-01T12:30:60",
    "2024-05-01T12:30:", "2024-05-01T12:30:05.", "2024-05-01T12:30+5",
    "2024-05-01T12:30Zx", "now", "２０２４-05-01",
  ])
  func `what is no instant is refused`(text: String) {
    #expect(throws: Fault.self) { try check("made = '\(text)'") }
  }

  @Test func `what is nested too deeply for SQLite is refused`() {
    var expression = Expression.hasKey("a", in: "tags")
    for _ in 0..<40 { expression = (expression || .isEmpty("tags")) && .hasKey("b", in: "tags") }
    #expect(throws: Fault.self) { try ExpressionChecker(type()).check(expression) }
  }
}
