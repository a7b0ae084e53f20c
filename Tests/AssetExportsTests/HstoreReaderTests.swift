import Assets
import Testing

@testable import AssetFiles
@testable import AssetJSON

@Suite struct HstoreReaderTests {
  /// The map in canonical form, or why there is none.
  static func outcome(_ text: String) -> String {
    var reader = HstoreReader()
    var builder = MapBuilder()
    do throws(HstoreFault) {
      try reader.read(Array(text.utf8).span, into: &builder)
    } catch {
      return error.reason
    }
    var output: [UInt8] = []
    builder.write(to: &output, repetition: .first)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "{}"), (" \t\n", "{}"), ("k=>v", #"{"k":"v"}"#), (#""k"=>"v""#, #"{"k":"v"}"#),
    (#" "x" => "1" , y=>2 "#, #"{"x":"1","y":"2"}"#), (#"""=>"""#, #"{"":""}"#),
    (#""say \"hi\""=>"a\\b""#, #"{"say \"hi\"":"a\\b"}"#), (#"a\=b=>c\ d"#, #"{"a=b":"c d"}"#),
    ("Key=>1, key=>2", #"{"Key":"1","key":"2"}"#), ("n=>012345", #"{"n":"012345"}"#),
  ])
  func `pairs are read, quoted or bare`(text: String, expected: String) {
    #expect(Self.outcome(text) == expected)
  }

  @Test(arguments: [
    ("k=>NULL", #"{"k":null}"#), ("k=>nUlL , l=>1", #"{"k":null,"l":"1"}"#),
    (#"k=>"NULL""#, #"{"k":"NULL"}"#), (#"k=>\null"#, #"{"k":null}"#),
    ("null=>1", #"{"null":"1"}"#), ("k=>nulls", #"{"k":"nulls"}"#),
  ])
  func `a bare null is null, in any case, and a quoted one is text`(
    text: String, expected: String
  ) {
    #expect(Self.outcome(text) == expected)
  }

  @Test(arguments: [
    ("k=>a=b", #"{"k":"a=b"}"#), ("k=>a=>b", #"{"k":"a=>b"}"#), ("a,b=>c", #"{"a,b":"c"}"#),
    (",k=>v", #"{",k":"v"}"#), ("k=>v,", #"{"k":"v"}"#), ("k=>v,,l=>w", #"{",l":"w","k":"v"}"#),
    ("k=>,v", #"{"k":",v"}"#), ("k=>v\u{B}", #"{"k":"v\u000b"}"#), (#"k=>a"b"#, #"{"k":"a\"b"}"#),
    (#"k"k=>v"#, #"{"k\"k":"v"}"#),
  ])
  func `PostgreSQL's oddities are its grammar`(text: String, expected: String) {
    #expect(Self.outcome(text) == expected)
  }

  @Test(arguments: [
    ("k", "unexpected end of the text"), ("k=", "unexpected end of the text"),
    ("k=>", "unexpected end of the text"), ("k=> ", "unexpected end of the text"),
    (#""k"#, "unexpected end of the text"), (#"k=>"v"#, "unexpected end of the text"),
    (#"k=>\"#, "unexpected end of the text"), (#"k=>"\"#, "unexpected end of the text"),
    ("=>v", "syntax error near '=' at position 0"), ("k=v", "syntax error near 'v' at position 2"),
    (#""k"v"#, "syntax error near 'v' at position 3"),
    ("k=>v l=>w", "syntax error near 'l' at position 5"),
    ("ä=>1 é=>2", "syntax error near 'é' at position 6"),
  ])
  func `what is no hstore is refused with the position of the byte`(
    text: String, expected: String
  ) {
    #expect(Self.outcome(text) == expected)
  }

  @Test func `of a key that is there twice the first value counts`() {
    #expect(Self.outcome("k=>2,k=>1,l=>3") == #"{"k":"2","l":"3"}"#)
  }

  @Test func `keys are exact bytes`() {
    #expect(Self.outcome("\u{E9}=>1,e\u{301}=>2") == "{\"e\u{301}\":\"2\",\"\u{E9}\":\"1\"}")
  }
}
