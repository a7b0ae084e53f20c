import AssetJSON
import AssetOutput
import Testing

@Suite struct JSONWriterTests {
  private static let columns = [
    ResultColumn("_key"), ResultColumn("n", isNumeric: true), ResultColumn("tags"),
    ResultColumn("_extra", isOmittedWhenNull: true),
  ]
  private static let rows: [[Cell]] = [
    [.text("k\"1\""), .integer(-7), .json(#"{"env":"prod"}"#), .null],
    [.text(""), .null, .null, .json("{}")],
  ]

  @Test func `ndjson is one object a line`() throws {
    #expect(
      try written(.ndjson, Self.columns, Self.rows) == #"""
        {"_key":"k\"1\"","n":-7,"tags":{"env":"prod"}}
        {"_key":"","n":null,"tags":null,"_extra":{}}

        """#)
  }

  @Test func `json is an array with one object a line`() throws {
    #expect(
      try written(.json, Self.columns, Self.rows) == #"""
        [{"_key":"k\"1\"","n":-7,"tags":{"env":"prod"}},
        {"_key":"","n":null,"tags":null,"_extra":{}}]

        """#)
  }

  @Test func `an empty result is a valid document`() throws {
    #expect(try written(.json, Self.columns, []) == "[]\n")
    #expect(try written(.ndjson, Self.columns, []) == "")
  }

  @Test func `a row of which nothing is left is an empty object`() throws {
    let columns = [ResultColumn("a", isOmittedWhenNull: true)]
    #expect(
      try written(.json, columns, [[.null], [.bool(true)], [.null]]) == """
        [{},
        {"a":true},
        {}]

        """)
    #expect(try written(.ndjson, [], [[], []]) == "{}\n{}\n")
  }

  @Test func `an omitted first column takes its comma along`() throws {
    let columns = [ResultColumn("a", isOmittedWhenNull: true), ResultColumn("b")]
    #expect(try written(.ndjson, columns, [[.null, .bool(false)]]) == "{\"b\":false}\n")
  }

  @Test func `names are escaped as texts are`() throws {
    #expect(
      try written(.ndjson, [ResultColumn("a\"b\n")], [[.null]]) == #"{"a\"b\n":null}"# + "\n")
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1.0"), (-0.0, "-0.0"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.nan, "null"),
    (.infinity, "9.0e+999"), (-.infinity, "-9.0e+999"),
  ])
  func `a number is the shortest JSON that reads back`(value: Double, expected: String) throws {
    #expect(try written(.ndjson, [ResultColumn("a")], [[.real(value)]]) == "{\"a\":\(expected)}\n")
    #expect(value.isNaN || Double(expected) == value)
  }

  @Test(arguments: [OutputFormat.json, .ndjson])
  func `nothing that a terminal obeys stands in it`(format: OutputFormat) throws {
    let text = "\u{7E}\u{7F}\u{80}é\u{9B}31m\u{9F}\u{A0}"
    let escaped = #"~\u007f\u0080é\u009b31m\u009f"# + "\u{A0}"
    let rows: [[Cell]] = [[.text("plain")], [.text(text)], [.json(#"{"\#(text)":["\#(text)"]}"#)]]
    let name = "n\u{9B}"
    let output = try written(format, [ResultColumn(name)], rows)
    let expected = [
      #"{"n\u009b":"plain"}"#, #"{"n\u009b":"\#(escaped)"}"#,
      #"{"n\u009b":{"\#(escaped)":["\#(escaped)"]}}"#,
    ]
    #expect(
      Array(output.utf8)
        == Array(
          (format == .json
            ? "[" + expected.joined(separator: ",\n") + "]\n"
            : expected.map { $0 + "\n" }.joined()).utf8))
    #expect(JSONValue.string(text).shownText == "\"\(escaped)\"")
  }

  @Test(arguments: [Int64.min, -1, 0, .max])
  func `an integer keeps all of its digits`(value: Int64) throws {
    #expect(try written(.ndjson, [ResultColumn("a")], [[.integer(value)]]) == "{\"a\":\(value)}\n")
  }

  @Test func `every format has a writer that takes every kind of cell`() throws {
    let row: [Cell] = [
      .null, .bool(true), .integer(1), .real(0.5), .text("a"), .json("[1,\"b\"]"),
    ]
    let columns = row.indices.map { ResultColumn("c\($0)") }
    let expected: [OutputFormat: String] = [
      .json: #"[{"c0":null,"c1":true,"c2":1,"c3":0.5,"c4":"a","c5":[1,"b"]}]"#,
      .ndjson: #"{"c0":null,"c1":true,"c2":1,"c3":0.5,"c4":"a","c5":[1,"b"]}"#,
      .csv: "c0,c1,c2,c3,c4,c5\n,true,1,0.5,a,\"[1,\"\"b\"\"]\"",
      .tsv: "c0\tc1\tc2\tc3\tc4\tc5\n\ttrue\t1\t0.5\ta\t\"[1,\"\"b\"\"]\"",
      .table: "c0  c1    c2  c3   c4  c5\n    true  1   0.5  a   [1,\"b\"]",
      .markdown: """
      | c0 | c1 | c2 | c3 | c4 | c5 |
      | --- | --- | --- | --- | --- | --- |
      | | true | 1 | 0.5 | a | \\[1,"b"] |
      """,
      .yaml: "- c0: null\n  c1: true\n  c2: 1\n  c3: 0.5\n  c4: a\n  c5: [1,\"b\"]",
    ]
    for format in OutputFormat.allCases {
      #expect(try written(format, columns, [row]) == expected[format].map { $0 + "\n" })
    }
  }
}
