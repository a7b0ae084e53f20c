import AssetOutput
import Testing

@Suite struct TableWriterTests {
  private static let columns = [
    ResultColumn("name"), ResultColumn("count", isNumeric: true), ResultColumn("tags"),
  ]

  @Test func `columns are aligned, numbers to the right, and no line ends in a space`() throws {
    let rows: [[Cell]] = [
      [.text("a"), .integer(7), .json(#"{"env":"prod"}"#)],
      [.text("longer"), .integer(-123_456), .null],
      [.text(""), .null, .text("")],
      [.null, .real(0.5), .bool(true)],
    ]
    #expect(
      try written(.table, Self.columns, rows) == """
        name      count  tags
        a             7  {"env":"prod"}
        longer  -123456
        ""               ""
                    0.5  true

        """)
  }

  @Test func `an empty text is told from no value, and from a text of quotes`() throws {
    let texts: [Cell] = [.null, .text(""), .text(#"""#), .text(#""""#), .text("none"), .text("'")]
    #expect(
      try written(.table, [ResultColumn("a")], texts.map { [$0] })
        == "a\n\n\"\"\n\"\"\"\n\"\"\"\"\nnone\n'\n")
  }

  @Test func `an empty result is its header`() throws {
    #expect(try written(.table, Self.columns, []) == "name  count  tags\n")
    #expect(try written(.table, [], [[], []]) == "")
  }

  @Test func `wide characters, marks and escapes are aligned by what they take`() throws {
    let columns = [ResultColumn("a"), ResultColumn("b")]
    let texts = ["日本", "e\u{301}", "😀", "a\nb", "\u{202E}", "\u{1B}[2J"]
    #expect(
      try written(.table, columns, texts.map { [.text($0), .integer(1)] }) == """
        a          b
        日本       1
        e\u{301}          1
        😀         1
        a\\nb       1
        \\u{202E}   1
        \\u{1B}[2J  1

        """)
  }

  @Test func `names are escaped`() throws {
    #expect(try written(.table, [ResultColumn("a\u{1B}")], []) == "a\\u{1B}\n")
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("日本語日", 8, "日本語日"),
    ("日本語日", 7, "日本語…"), ("日本語日", 6, "日本…"), ("ab\u{202E}", 9, "ab…"),
    ("abe\u{301}fg", 4, "abe\u{301}…"), ("a🇩🇪🇫🇷", 4, "a🇩🇪…"), ("a", 1, "a"), ("ab", 1, "…"),
    ("日", 1, "…"), ("ab", 0, "…"), ("ab", .min, "…"), ("ab", .max, "ab"),
  ])
  func `a cell is cut between two characters`(text: String, width: Int, expected: String) throws {
    let lines = try written(.table, texts: [text], width: width).split(separator: "\n")
    #expect(Array(lines[1].utf8) == Array(expected.utf8))
  }

  @Test func `the widest texts give way first, numbers don't`() throws {
    let row: [Cell] = [
      .text("short"), .integer(1_234_567_890), .text(String(repeating: "x", count: 40)),
    ]
    #expect(
      try written(.table, Self.columns, [row], width: 30) == """
        name        count  tags
        short  1234567890  xxxxxxxxxx…

        """)
  }

  @Test func `columns without room are left out visibly`() throws {
    let columns = (1...9).map { ResultColumn("column\($0)") }
    let row = columns.map { Cell.text($0.name + " value") }
    #expect(
      try written(.table, columns, [row], width: 30)
        == """
        column1  column2   column3   …
        column…  column2…  column3…  …

        """)
  }

  @Test(arguments: 4...120)
  func `no line is wider than the terminal`(width: Int) throws {
    let columns = [
      ResultColumn("_key"), ResultColumn("n", isNumeric: true), ResultColumn("日本語"),
      ResultColumn("tags"), ResultColumn("bytes", isNumeric: true), ResultColumn("x"),
    ]
    let row: [Cell] = [
      .text("arn:aws:apigateway:eu-west-1::/apis/a"), .integer(12), .text("日本語日本語日本語"),
      .json(#"{"env":"prod","owner":"a\nb"}"#), .integer(9_876_543_210), .null,
    ]
    for line in try written(.table, columns, [row, row], width: width).split(separator: "\n") {
      #expect(DisplayText.width(of: String(line)) <= width, "\(line)")
    }
  }

  @Test func `widths come from the first thousand rows`() throws {
    let short = Array(repeating: [Cell.text("a"), .integer(1)], count: 1_000)
    let columns = [ResultColumn("a"), ResultColumn("b")]
    let rows = short + [[.text("wide"), .integer(2)], [.text("b"), .integer(3)]]
    let tail = { (width: Int?) in
      try written(.table, columns, rows, width: width).split(separator: "\n").suffix(3)
    }
    #expect(try tail(nil) == ["a  1", "wide  2", "b  3"])
    #expect(try tail(80) == ["a  1", "…  2", "b  3"])
  }

  @Test func `a long cell is whole where nothing is cut, and fills no other row with spaces`()
    throws
  {
    let columns = [ResultColumn("a"), ResultColumn("b")]
    let long = String(repeating: "x", count: 10_000)
    let rows = [long, "y"].map { [Cell.text($0), .integer(1)] }
    let lines = try written(.table, columns, rows).split(separator: "\n")
    #expect(lines[1] == "\(long)  1")
    #expect(lines[2].utf8.count < 300)
  }

  @Test func `rows are held back in bounded memory`() throws {
    let output = Collected()
    let stream = OutputStream { output.append($0) }
    var writer = makeResultWriter(.table, to: stream)
    try writer.begin([ResultColumn("a")])
    let cell = [UInt8](repeating: 0x61, count: 100_000)
    for _ in 0..<12 {
      try writer.text(cell.span)
      try writer.endRow()
    }
    #expect(output.bytes.count > 1_000_000)
  }
}
