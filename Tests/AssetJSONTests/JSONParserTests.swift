import Assets
import Testing

@testable import AssetFiles
@testable import AssetJSON

@Suite struct JSONParserTests {
  /// The value as the tape writes it back; for what is refused, the offset and the reason.
  private func outcome(_ text: String) throws -> String {
    try outcome(bytes: Array(text.utf8))
  }

  private func outcome(bytes: [UInt8]) throws -> String {
    var parser = JSONParser()
    do {
      return try parser.parse(text: bytes) { tape in
        var output: [UInt8] = []
        tape.write(JSONTape.root, to: &output)
        return String(decoding: output, as: UTF8.self)
      }
    } catch let fault as JSONFault {
      return "\(fault.offset): \(fault.reason)"
    }
  }

  @Test(arguments: [
    ("{}", "{}"), (" [ ] ", "[]"),
    (#"{"a" : [1, -0, 1.50, 1E+2, true, null]}"#, #"{"a":[1,-0,1.50,1E+2,true,null]}"#),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    (
      "[1e400,0.1000000000000000055511151231257827]", "[1e400,0.1000000000000000055511151231257827]"
    ),
    (#""\u00e9\ud83d\ude00\/""#, "\"é😀/\""), (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#),
    (#""\\u0000""#, #""\\u0000""#),
  ])
  func `JSON is taken, with numbers as they are spelled`(text: String, expected: String) throws {
    #expect(try outcome(text) == expected)
  }

  @Test(arguments: [
    ("", "0: the text ends in the middle of a value"),
    ("[1,]", "3: expected a value"),
    (#"{"a":1,}"#, "7: expected a key in quotes"),
    (#"{"a" 1}"#, "5: expected ':' after the key"),
    (#"{"a":1"#, "6: the text ends in the middle of a value"),
    ("[1 2]", "3: expected ',' or ']'"),
    ("01", "1: this is no number"), ("1.", "2: expected a digit"), ("-", "1: expected a digit"),
    ("nul", "0: expected null"),
    ("\"a\nb\"", "2: a control character in a string has to be escaped"),
    (#""\ud800""#, "1: half of a surrogate pair stands alone"),
    (#""\ud800\u0041""#, "1: half of a surrogate pair stands alone"),
    (#""\x""#, "1: JSON has no such escape"),
    (#""\u12g4""#, "1: \\u needs four hexadecimal digits"),
    (#"["a","b\u0000"]"#, "5: the string holds U+0000, which SQLite can't keep in text"),
    ("{} {}", "3: there is more after the end of the value"),
    (#""abc"#, "0: the string that begins here is not closed"),
    ("NaN", "0: expected a value"), ("'a'", "0: expected a value"),
  ])
  func `what is no JSON is refused with its place`(text: String, expected: String) throws {
    #expect(try outcome(text) == expected)
  }

  @Test(
    arguments: [
      [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22], [0x22, 0xFF, 0x22],
    ] as [[UInt8]])
  func `what is no UTF-8 is refused with its place`(bytes: [UInt8]) throws {
    #expect(try outcome(bytes: bytes) == "1: this is no UTF-8")
  }

  @Test func `nesting is bounded`() throws {
    let deep = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try outcome(deep(999)) == deep(999))
    #expect(try outcome(deep(50_000)) == "1000: nested more than 1000 deep")
  }

  @Test func `where there is no memory for a parser the text is refused`() throws {
    var parser = JSONParser(depth: 1 << 45)
    let fault = try #require(throws: Fault.self) { try parser.parse(text: [0x31]) { _ in } }
    #expect(fault.kind == .io)
  }

  @Test func `the strict reader makes the same tape as simdjson, places too`() throws {
    let text = #" {"a":[1,-2.5,{"b":"x\n"}],"c":null, "d" : true,"e":[[],{}] }"#
    var parser = JSONParser()
    var strict = StrictJSONReader()
    let bytes = Array(text.utf8)
    let fast = try parser.parse(text: bytes) { places($0) }
    let slow = try unsafe bytes.withUnsafeBufferPointer {
      try unsafe strict.read($0, maxDepth: 10) { places($0) }
    }
    #expect(fast == slow)
  }

  private func places(_ tape: borrowing JSONTape) -> [String] {
    var places: [String] = []
    var index = JSONTape.root
    while unsafe index < tape.words.count - 1 {
      let kind = tape.kind(at: index)
      places.append(
        "\(tape.hasValue(at: index) ? "\(kind)" : "end") \(tape.string(at: index)) at \(tape.offset(of: index))"
      )
      index += kind.isNumber ? 2 : 1
    }
    return places
  }
}
