import Testing

@testable import Assets

@Suite struct MapBuilderTests {
  private func text(
    _ pairs: [(String, String?)], splitsCommas: Bool = false,
    repetition: MapBuilder.Repetition = .several
  ) -> String {
    var builder = MapBuilder(splitsCommas: splitsCommas)
    for (key, value) in pairs {
      if let value {
        builder.add(key: Array(key.utf8).span, value: Array(value.utf8).span)
      } else {
        builder.addNull(key: Array(key.utf8).span)
      }
    }
    var text: [UInt8] = []
    builder.write(to: &text, repetition: repetition)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func `keys stand in byte order, whatever order they came in`() {
    #expect(
      text([("b", "1"), ("a", "2"), ("B", "3"), ("", "4")]) == #"{"":"4","B":"3","a":"2","b":"1"}"#)
  }

  @Test func `a letter composed and decomposed makes two keys`() {
    #expect(text([("\u{E9}", "1"), ("e\u{301}", "2")]) == "{\"e\u{301}\":\"2\",\"\u{E9}\":\"1\"}")
  }

  @Test func `a key of a list with several values has each of them once, in byte order`() {
    #expect(text([("t", "b"), ("t", "a"), ("t", "b"), ("t", nil)]) == #"{"t":["a","b"]}"#)
    #expect(text([("t", "b"), ("t", "b")]) == #"{"t":"b"}"#)
  }

  @Test func `of a repeated key the last or the first value counts, as the spelling has it`() {
    #expect(text([("t", "b"), ("t", "a")], repetition: .last) == #"{"t":"a"}"#)
    #expect(text([("t", "b"), ("t", "a")], repetition: .first) == #"{"t":"b"}"#)
  }

  @Test func `a comma-joined value becomes a set`() {
    #expect(
      text([("t", "b,a,b"), ("u", ""), ("v", "x")], splitsCommas: true)
        == #"{"t":["a","b"],"u":"","v":"x"}"#)
  }

  @Test(arguments: [
    (MapBuilder.Repetition.several, #"["0","1","2","3","4","5","6"]"#), (.first, #""0""#),
    (.last, #""5""#),
  ])
  func `what comes millions of times takes no memory each time`(
    repetition: MapBuilder.Repetition, expected: String
  ) {
    var builder = MapBuilder()
    for number in 0..<300_000 {
      builder.add(key: "t".utf8.span, value: String(number % 7).utf8.span)
    }
    builder.add(key: "t".utf8.span, value: "5".utf8.span)
    #expect(builder.entries.count < 1 << 16)
    var text: [UInt8] = []
    builder.write(to: &text, repetition: repetition)
    #expect(String(decoding: text, as: UTF8.self) == #"{"t":\#(expected)}"#)
    #expect(builder.repeated == (repetition != .several))
  }

  @Test func `a key with many values is kept once`() {
    var builder = MapBuilder(splitsCommas: true)
    let key = [UInt8](repeating: 0x6B, count: 1_000)
    builder.add(key: key.span, value: "a,b".utf8.span)
    builder.add(key: key.span, value: "c".utf8.span, isSameTime: true)
    #expect(builder.bytes.count == 1_003)
    var text: [UInt8] = []
    builder.write(to: &text, repetition: .last)
    #expect(text.suffix(15).elementsEqual(#":["a","b","c"]}"#.utf8))
  }

  @Test func `null and the empty map are kept`() {
    #expect(text([("a", nil)]) == #"{"a":null}"#)
    #expect(text([]) == "{}")
  }

  @Test func `more keys than an insertion sort is good for are sorted too`() {
    let pairs = (0..<300).map { (String(UInt32($0) &* 2_654_435_761), String($0) as String?) }
    let expected = pairs.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { #""\#($0.0)":"\#($0.1 ?? "")""# }.joined(separator: ",")
    #expect(text(pairs) == "{\(expected)}")
  }

  @Test func `only what JSON demands is escaped`() {
    #expect(text([("k", "\"\\/\n\u{1}\u{7F}é")]) == #"{"k":"\"\\/\n\u0001"# + "\u{7F}é\"}")
  }
}
