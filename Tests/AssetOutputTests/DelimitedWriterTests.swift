import AssetJSON
import AssetOutput
import Testing

@Suite struct DelimitedWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("", "\"\""), (" a ", " a "), ("a,b", "\"a,b\""), ("a\tb", "a\tb"),
    ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r", "\"a\r\""), ("é😀", "é😀"), ("=1+1", "=1+1"),
  ])
  func `csv quotes what it has to`(text: String, expected: String) throws {
    #expect(try written(.csv, texts: [text]) == "a\n\(expected)\n")
  }

  @Test(arguments: [("a,b", "a,b"), ("a\tb", "\"a\tb\""), ("", "\"\""), ("a\"", "\"a\"\"\"")])
  func `tsv quotes what it has to`(text: String, expected: String) throws {
    #expect(try written(.tsv, texts: [text]) == "a\n\(expected)\n")
  }

  @Test func `quotes are found and doubled wherever they stand`() throws {
    for count in [1, 7, 8, 9, 15, 16, 17, 40, 16_383, 16_384, 16_385, 40_000] {
      for place in Set([0, 1, 6, 7, 8, 9, count / 2, count - 2, count - 1]) where place < count {
        for mark in ["\"", ",", "\n", "\r"] where place >= 0 {
          let (before, behind) = (
            String(repeating: "x", count: place), String(repeating: "é", count: count - place - 1)
          )
          let inside = mark == "\"" ? "\"\"" : mark
          let output = try written(.csv, texts: [before + mark + behind])
          #expect(output.utf8.elementsEqual("a\n\"\(before)\(inside)\(behind)\"\n".utf8))
        }
      }
      let (plain, quotes) = (
        String(repeating: "é", count: count), String(repeating: "\"", count: count)
      )
      #expect(try written(.csv, texts: [plain]) == "a\n\(plain)\n")
      #expect(try written(.csv, texts: [quotes]) == "a\n\"\(quotes)\(quotes)\"\n")
    }
  }

  @Test func `an empty result has a header`() throws {
    #expect(try written(.csv, [ResultColumn("a"), ResultColumn("b,c")], []) == "a,\"b,c\"\n")
  }

  @Test func `a column that JSON omits is in every row`() throws {
    let columns = [ResultColumn("a", isOmittedWhenNull: true), ResultColumn("b")]
    #expect(try written(.csv, columns, [[.null, .integer(1)]]) == "a,b\n,1\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"),
    ("\ra", "\"'\ra\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a=1", "a=1"), ("", "\"\""),
    ("'=1", "'=1"),
  ])
  func `csv-safe guards texts that a spreadsheet would run`(text: String, expected: String) throws {
    #expect(try written(.csv, texts: [text], csvSafe: true) == "a\n\(expected)\n")
  }

  @Test func `csv-safe guards names, and neither numbers nor JSON`() throws {
    let columns = [ResultColumn("=a"), ResultColumn("b"), ResultColumn("c")]
    #expect(
      try written(.csv, columns, [[.integer(-1), .real(-0.5), .json("-1")]], csvSafe: true)
        == "'=a,b,c\n-1,-0.5,-1\n")
  }

  @Test(arguments: [OutputFormat.csv, .tsv])
  func `null, empty text and every other text read back`(format: OutputFormat) throws {
    let texts = [
      "", " ", "a", "\"", "\"\"", ",", "\t", "\n", "\r\n", "a\"b,c\td\ne", "é", "e\u{301}", "😀",
      "\u{202E}", "\u{0}", "'", "=1", "null",
    ]
    let rows: [[String?]] = texts.map { [$0, nil, $0 + $0] } + [[nil, nil, nil]]
    let columns = ["a", "b\n", "c"]
    let document = try written(
      format, columns.map { ResultColumn($0) }, rows.map { $0.map { $0.map(Cell.text) ?? .null } })
    let read = records(of: document, delimiter: format == .csv ? "," : "\t")
    // As scalars, since equal strings may be spelled differently.
    #expect(read == ([columns] + rows).map { $0.map { $0.map { Array($0.unicodeScalars) } } })
  }

  /// A small reader of RFC 4180, to which an empty cell without quotes is null. It takes scalars, not characters: a
  /// quote and a mark after it are two.
  private func records(
    of document: String, delimiter: Unicode.Scalar
  ) -> [[[Unicode.Scalar]?]] {
    var records: [[[Unicode.Scalar]?]] = [[]]
    var (cell, isQuoted, isOpen) = ([Unicode.Scalar](), false, false)
    for scalar in document.unicodeScalars {
      switch scalar {
      case "\"":
        // The second of two quotes inside of a cell stands for one.
        if isQuoted, !isOpen { cell.append("\"") }
        (isQuoted, isOpen) = (true, !isOpen)
      case delimiter where !isOpen, "\n" where !isOpen:
        records[records.count - 1].append(cell.isEmpty && !isQuoted ? nil : cell)
        (cell, isQuoted) = ([], false)
        if scalar == "\n" { records.append([]) }
      default: cell.append(scalar)
      }
    }
    return records.dropLast()
  }
}
