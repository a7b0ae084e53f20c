import AssetOutput
import Assets
import Testing

@Suite struct CopyWriterTests {
  private func row(
    _ cells: [CopyWriter.Cell], body: (inout CopyWriter) throws -> Void
  ) throws -> String {
    let output = Written()
    var writer = CopyWriter(OutputStream { output.bytes.append(span: $0) })
    writer.begin(cells: cells)
    try body(&writer)
    try writer.endRow()
    try writer.stream.flush()
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain text, é", "plain text, é"), ("\\.", "\\\\."), ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
    ("12345678\\", "12345678\\\\"), ("", ""), ("\u{1}\"", "\u{1}\""),
  ])
  func `a cell ends where it does`(text: String, spelling: String) throws {
    #expect(try row([.plain]) { $0.text(text.utf8.span) } == spelling + "\n")
  }

  @Test(arguments: [
    (#"{}"#, "\t{}"),
    (#"{"a":"1","b":null}"#, #""a"=>"1","b"=>NULL"# + "\t" + #"{"a","a=1","b"}"#),
    (#"{"k":["x","y"]}"#, #""k"=>"x,y""# + "\t" + #"{"k","k=x","k=y"}"#),
    (#"{"a=b":"c"}"#, #""a=b"=>"c""# + "\t" + #"{"a\\\\=b","a\\\\=b=c"}"#),
    (#"{"q\"":"\\\n"}"#, #""q\\""=>"\\\\\n""# + "\t" + #"{"q\\"","q\\"=\\\\\n"}"#),
  ])
  func `a map is hstore, and behind all cells its terms`(json: String, spelling: String) throws {
    let written = try row([.mapWithTerms]) { try $0.json(json.utf8.span) }
    #expect(written == spelling + "\n")
    let alone = try row([.map]) { try $0.json(json.utf8.span) }
    #expect(alone == spelling.split(separator: "\t", omittingEmptySubsequences: false)[0] + "\n")
  }

  @Test(arguments: [
    ("[]", DataType.Element.string, "{}"),
    (#"["a\"b","\\",null]"#, .string, #"{"a\\"b","\\\\",NULL}"#),
    ("[1,-2]", .int64, "{1,-2}"), ("[0.1,1e999,-1e999]", .float64, "{0.1,Infinity,-Infinity}"),
    ("[true,false]", .bool, "{true,false}"),
  ])
  func `a list is an array`(json: String, element: DataType.Element, spelling: String) throws {
    #expect(try row([.array(element)]) { try $0.json(json.utf8.span) } == spelling + "\n")
  }

  @Test func `rows have tabs between their cells and null in its spelling`() throws {
    let written = try row([.plain, .mapWithTerms, .plain, .plain]) { writer in
      writer.integer(-1)
      writer.null()
      writer.bool(value: true)
      writer.real(-.infinity)
    }
    #expect(written == "-1\t\\N\tt\t-Infinity\t\\N\n")
  }

  @Test(arguments: ["[1", "{\"a\":1}", "x", #"{"a":"\x"}"#])
  func `what is no map is not written as one`(json: String) {
    #expect(throws: Fault.self) { try row([.map]) { try $0.json(json.utf8.span) } }
  }
}

private final class Written {
  var bytes: [UInt8] = []
}
