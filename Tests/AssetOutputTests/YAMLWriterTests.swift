import AssetOutput
import Testing

@Suite struct YAMLWriterTests {
  @Test func `a result is a list of maps`() throws {
    let columns = [
      ResultColumn("_key"), ResultColumn("tags"), ResultColumn("count", isNumeric: true),
      ResultColumn("_extra", isOmittedWhenNull: true),
    ]
    let rows: [[Cell]] = [
      [.text("a/b"), .json(#"{"env":"prod","n":[1,null]}"#), .integer(1), .null],
      [.text("000123"), .null, .bool(true), .json("{}")],
    ]
    #expect(
      try written(.yaml, columns, rows) == #"""
        - _key: a/b
          tags: {"env":"prod","n":[1,null]}
          count: 1
          _extra: null
        - _key: "000123"
          tags: null
          count: true
          _extra: {}

        """#)
  }

  @Test func `an empty result is an empty list`() throws {
    #expect(try written(.yaml, [ResultColumn("a")], []) == "[]\n")
    #expect(try written(.yaml, [], [[], []]) == "- {}\n- {}\n")
  }

  @Test(arguments: [
    "a", "_a", "prod", "team-01", "a.b/c", "yesterday", "nullable", "x0", "e5", "Onward",
  ])
  func `a plain word stands as it is`(text: String) throws {
    #expect(try written(.yaml, texts: [text]) == "- a: \(text)\n")
  }

  @Test(arguments: [
    "", " ", "yes", "No", "ON", "off", "y", "N", "true", "False", "null", "Null", "~", "0123",
    "123", "1e5", "1_000", "0x1F", "12:30", ".5", ".inf", "-1", "-", "2024-01-01", " a", "a ",
    "a: b", "a:", "a #b", "#a", "- a", "? a", "!a", "&a", "*a", "[a]", "{a}", "a,b", "@a", "`a",
    "%a", "|", ">", "'a'", "=", "<<", "---", "...", "é",
  ])
  func `what YAML could take for something else is quoted`(text: String) throws {
    #expect(try written(.yaml, texts: [text]) == "- a: \"\(text)\"\n")
  }

  @Test(arguments: [
    ("say \"a\"\\", #"say \"a\"\\"#), ("a\nb\tc\u{1}", #"a\nb\tc\u0001"#),
    ("\u{7F}\u{80}\u{85}\u{9F}\u{A0}", "\\u007f\\u0080\\u0085\\u009f\u{A0}"),
    ("\u{2027}\u{2028}\u{2029}", "\u{2027}\\u2028\\u2029"),
    ("\u{FEFF}\u{FFFD}\u{FFFE}\u{FFFF}", "\\ufeff\u{FFFD}\\ufffe\\uffff"), ("日 😀", "日 😀"),
  ])
  func `a quoted text holds nothing that YAML can't`(text: String, expected: String) throws {
    #expect(
      Array(try written(.yaml, texts: [text]).utf8) == Array("- a: \"\(expected)\"\n".utf8))
  }

  @Test func `JSON holds nothing that YAML can't`() throws {
    let cell = Cell.json("[\"a\u{85}\u{2028}\\n\"]")
    #expect(
      try written(.yaml, [ResultColumn("a")], [[cell]]) == "- a: [\"a\\u0085\\u2028\\n\"]\n")
  }

  @Test(arguments: [
    ("1e3", "1.0e+3"), ("-1E5", "-1.0E+5"), ("1e+20", "1.0e+20"), ("1.5e3", "1.5e+3"),
    ("2e-7", "2.0e-7"), ("1.25", "1.25"), ("-7", "-7"), ("1.5E-3", "1.5E-3"),
  ])
  func `a number inside of JSON has a point and a sign for YAML 1.1`(
    number: String, expected: String
  ) throws {
    let json = { (number: String) in #"{"1e3":[\#(number),"1e3\"1e3"],"b":\#(number)}"# }
    #expect(
      try written(.yaml, [ResultColumn("a")], [[.json(json(number))]])
        == "- a: \(json(expected))\n")
  }

  /// Without a mark a key may have 1,024 characters.
  @Test func `a long key is marked as one`() throws {
    let long = String(repeating: "k", count: 1_100)
    #expect(
      try written(
        .yaml, [ResultColumn("a"), ResultColumn(long)],
        [[.json(#"{"\#(long)":["\#(long)",{"\#(long)":1}],"b":"\#(long)"}"#), .integer(1)]])
          == """
          - a: {? "\(long)" : ["\(long)",{? "\(long)" : 1}],"b":"\(long)"}
            ? \(long)
            : 1

          """)
  }

  @Test func `names are scalars too`() throws {
    #expect(
      try written(.yaml, [ResultColumn("n"), ResultColumn("count(*)")], [[.null, .null]])
        == "- \"n\": null\n  \"count(*)\": null\n")
  }

  @Test(arguments: [
    (0.5, "0.5"), (1e16, "1.0e+16"), (1.5e300, "1.5e+300"), (.leastNonzeroMagnitude, "5.0e-324"),
    (.infinity, "9.0e+999"), (.nan, "null"),
  ])
  func `a number with an exponent has a point for YAML 1.1`(value: Double, expected: String) throws
  {
    #expect(try written(.yaml, [ResultColumn("a")], [[.real(value)]]) == "- a: \(expected)\n")
  }
}
