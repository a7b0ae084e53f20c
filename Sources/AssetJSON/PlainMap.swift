internal import Assets

/// Maps as nearly all are: in canonical form, with one value a key and nothing escaped.
enum PlainMap {
  /// What a key has; nil where the text is another one, which only a parser can read. The whole text is looked at: what
  /// is no map is none whatever the key.
  static func member(_ key: Span<UInt8>, of text: Span<UInt8>) -> JSONInspector.Member? {
    let last = text.count - 1
    guard last > 0, text[0] == UInt8(ascii: "{"), text[last] == UInt8(ascii: "}") else {
      return nil
    }
    if last == 1 { return .missing }
    var quotes = QuotePlaces()
    var value: Range<Int>?
    var start = 0
    while start < last {
      // Behind the brace or the comma. No place is behind the brace at the end, which is neither of what is asked for.
      guard quotes.next(in: text) == start + 1, let end = quotes.next(in: text),
        text[end + 1] == UInt8(ascii: ":")
      else { return nil }
      let name = start + 2..<end
      let isAsked =
        name.count == key.count && text.extracting(name).isIdentical(inBytesTo: key)
      // Of a key that is there twice the last counts.
      if text[end + 2] == UInt8(ascii: "\"") {
        guard quotes.next(in: text) == end + 2, let close = quotes.next(in: text) else {
          return nil
        }
        if isAsked { value = end + 3..<close }
        start = close + 1
      } else {
        start = end + 6
        guard start <= last,
          text.extracting(end + 2..<start).isIdentical(inBytesTo: "null".utf8.span)
        else { return nil }
        if isAsked { value = nil }
      }
      guard text[start] == UInt8(ascii: ",") || start == last else { return nil }
    }
    guard quotes.isPlain, !quotes.hasOthers || UTF8Check.isValid(text) else { return nil }
    return value.map { .text(String(copying: text.extracting($0))) } ?? .missing
  }
}

/// Finds the quotes of a text, eight bytes a step.
private struct QuotePlaces {
  /// Where the next eight bytes begin.
  private var offset = 0
  /// The highest bit of each byte of the last eight that is a quote and has not been told.
  private var marks: UInt64 = 0
  /// Whether there is no backslash and no control character before `offset`.
  private(set) var isPlain = true
  /// Whether there is something before `offset` that is not ASCII.
  private(set) var hasOthers = false

  mutating func next(in text: Span<UInt8>) -> Int? {
    while marks == 0 {
      guard offset < text.count else { return nil }
      read(text)
    }
    let place = offset - 8 + marks.trailingZeroBitCount / 8
    marks &= marks &- 1
    return place
  }

  private mutating func read(_ text: Span<UInt8>) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (bytes, count) = text.partialWord(at: offset)
    // Spaces behind the end, where zeros are.
    let word = count == 8 ? bytes : bytes | (ones &* 0x20) << (8 * UInt64(count))
    let zeros = { (word: UInt64) in ~((word & ~highs) &+ ~highs | word | ~highs) }
    marks = zeros(word ^ ones &* 0x22)
    let controls = (word &- ones &* 0x20) & ~word & highs
    if controls | zeros(word ^ ones &* 0x5C) != 0 { isPlain = false }
    if word & highs != 0 { hasOthers = true }
    offset += 8
  }
}
