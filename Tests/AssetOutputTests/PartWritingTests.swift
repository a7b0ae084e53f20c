import AssetOutput
import Testing

@Suite struct PartWritingTests {
  private static let columns = [
    ResultColumn("a"), ResultColumn("b"), ResultColumn("c", isOmittedWhenNull: true),
  ]
  private static let rows: [[Cell]] = (0..<9).map { number in
    [.integer(number), .text("x\"\(number),\u{7F}"), number > 4 ? .null : .json("[1,2]")]
  }

  @Test(arguments: [OutputFormat.json, .ndjson, .csv, .tsv], [0, 1, 3])
  func `rows that are written in parts are those of the whole`(
    format: OutputFormat, size: Int
  ) throws {
    let output = Collected()
    var writer = makeResultWriter(format, to: OutputStream { output.append($0) }, csvSafe: true)
    try writer.begin(Self.columns)
    guard let writing = writer.partWriting else {
      Issue.record("\(format) is written in one piece")
      return
    }
    for start in stride(from: 0, to: Self.rows.count, by: max(size, 1)) where size > 0 {
      let part = Collected()
      var partWriter = writing(OutputStream { part.append($0) })
      for row in Self.rows[start..<start + size] {
        for cell in row { try write(cell, to: &partWriter) }
        try partWriter.endRow()
      }
      try partWriter.finish()
      try writer.append(rows: part.bytes.span)
    }
    try writer.finish()
    let whole = try written(format, Self.columns, size == 0 ? [] : Self.rows, csvSafe: true)
    #expect(String(decoding: output.bytes, as: UTF8.self) == whole)
  }

  @Test(arguments: [OutputFormat.table, .markdown, .yaml])
  func `what is aligned, or made for people, is written in one piece`(format: OutputFormat) throws {
    var writer = makeResultWriter(format, to: OutputStream { _ in })
    try writer.begin(Self.columns)
    let writing = writer.partWriting
    #expect(writing == nil)
  }
}
