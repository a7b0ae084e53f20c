import Testing

@testable import AssetJSON

@Suite struct PlainMapTests {
  private static let texts = [
    "{}", #"{"k":"v"}"#, #"{"a":"1","k":"v","z":null}"#, #"{"k":null}"#, #"{"k":""}"#, #"{"":"e"}"#,
    #"{"k":"1","k":"2"}"#, #"{"k":"1","k":null}"#, #"{"k":null,"k":"1"}"#, #"{"kk":"v","k":"w"}"#,
    #"{"k":["a","b"]}"#, #"{"j":["a","b"],"k":"v"}"#, #"{"k":"v","l":[]}"#, #"{"k":["a"]}"#,
    #"{"k":"a\"b"}"#, #"{"\u006b":"v"}"#, #"{"k":"\n"}"#, #"{"a\\":"v","k":"w"}"#,
    #"{"k":"é😀"}"#, #"{"é":"v"}"#, "{\"k\":\"a\u{7F}\"}", "{\"k\":\"a\u{1}\"}", "{\"k\":\"a\nb\"}",
    #"{ "k": "v" }"#, #"{"k":1}"#, #"{"k":true}"#, #"{"k":{"a":"b"}}"#,
    #"{"k":"v""#, #"{"k":"v"}}"#,
    #"{"k":"v",}"#, #"{"k"}"#, #"{k:"v"}"#, #"["k"]"#, "null", "", #"{"k":"v"} "#,
    #"{"a":"b" "k":"v"}"#,
    #"{"k":"v","n":nul}"#, #"{"k":"v","l":["a",]}"#, #"{"k":"\ud800"}"#, #"{"k":"\x"}"#,
  ]

  @Test(arguments: texts)
  func `what it finds is what a parser finds`(text: String) throws {
    let value = JSONInspector().value(of: text.utf8.span)
    for key in ["k", "", "é", "kk", "e\u{301}"] {
      guard let member = PlainMap.member(key.utf8.span, of: text.utf8.span) else { continue }
      guard case .object(let members)? = value else {
        Issue.record("\(text) is no object")
        continue
      }
      let found = members.last { $0.name.utf8.elementsEqual(key.utf8) }?.value
      #expect(member == (found?.string.map(JSONInspector.Member.text) ?? .missing))
      #expect(found == nil || found == .null || found?.string != nil)
    }
  }

  @Test(arguments: texts)
  func `a key has the same with and without it`(text: String) {
    let inspector = JSONInspector()
    let spaced = Array(" \(text)".utf8)
    #expect(PlainMap.member("k".utf8.span, of: spaced.span) == nil)
    #expect(
      inspector.member("k".utf8.span, of: text.utf8.span)
        == inspector.member("k".utf8.span, of: spaced.span))
  }

  @Test func `maps as they are stored need no parser`() {
    for text in ["{}", #"{"a":"1","k":"v","z":null}"#, #"{"k":"é"}"#, #"{"k":null}"#] {
      #expect(PlainMap.member("k".utf8.span, of: text.utf8.span) != nil)
    }
  }

  @Test func `bytes that are no UTF-8 are left to the parser`() {
    for byte in [0x80, 0xC0, 0xFF] as [UInt8] {
      let text = Array(#"{"k":""#.utf8) + [byte] + Array(#""}"#.utf8)
      #expect(PlainMap.member("k".utf8.span, of: text.span) == nil)
    }
  }
}
