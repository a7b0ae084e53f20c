import AssetFiles
import AssetOutput
import Testing

@Suite struct OutputStreamTests {
  @Test func `bytes are handed on in large pieces and in order`() throws {
    let output = Collected()
    var stream = OutputStream { output.append($0) }
    let lines = (0..<100_000).map { "\($0)\n" }
    for line in lines { try stream.write(line) }
    try stream.flush()
    #expect(output.bytes == Array(lines.joined().utf8))
    #expect((2...10).contains(output.pieces))
  }

  @Test(arguments: OutputFormat.allCases)
  func `a failed write comes out as it is`(format: OutputFormat) throws {
    let closed = Errno(code: 32)
    #expect(throws: closed) {
      var writer = makeResultWriter(format, to: OutputStream { _ in throw closed })
      try writer.begin([ResultColumn("a")])
      for _ in 0..<20_000 {
        try writer.text("text".utf8.span)
        try writer.endRow()
      }
    }
    #expect(throws: closed) {
      var writer = makeResultWriter(format, to: OutputStream { _ in throw closed })
      try writer.begin([ResultColumn("a")])
      try writer.finish()
    }
  }

  @Test func `what could not be written is not written again`() throws {
    struct Full: Error {}
    let output = Collected()
    var isFull = true
    var stream = OutputStream {
      if isFull { throw Full() }
      output.append($0)
    }
    try stream.write("lost")
    do { try stream.flush() } catch is Full { isFull = false }
    try stream.write("kept")
    try stream.flush()
    #expect(output.bytes == Array("kept".utf8))
  }
}
