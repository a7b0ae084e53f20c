internal import Assets

/// Reads JSON (RFC 8259) byte by byte into the same tape as simdjson, for the two things that simdjson does not do:
/// say where a text stops being JSON, and take numbers of any size.
struct StrictJSONReader {
  private var words: [UInt64] = []
  /// For each word, where in the text it begins.
  private var offsets: [Int] = []
  private var strings: [UInt8] = []
  private var open: [Int] = []
  private var at = 0

  mutating func read<Result>(
    _ text: UnsafeBufferPointer<UInt8>, maxDepth: Int, _ body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    try readAll(unsafe Span(_unsafeElements: text), maxDepth: maxDepth)
    return try unsafe words.withUnsafeBufferPointer { words in
      try unsafe strings.withUnsafeBufferPointer { strings in
        try unsafe offsets.withUnsafeBufferPointer { offsets in
          guard let start = strings.baseAddress else { preconditionFailure("never empty") }
          let tape = unsafe JSONTape(
            words: words, strings: start, text: text, offsets: .listed(offsets))
          return try body(tape)
        }
      }
    }
  }

  private mutating func readAll(_ text: Span<UInt8>, maxDepth: Int) throws(JSONFault) {
    words = [0]
    offsets = [0]
    strings = [0]
    open = []
    at = 0
    skipSpace(text)
    try readValue(text, maxDepth)
    while let container = open.last { try readOn(in: container, text, maxDepth) }
    skipSpace(text)
    guard at == text.count else { throw fault("there is more after the end of the value") }
    push(0, 0)
  }

  /// Reads the next member of the innermost container, or its end.
  private mutating func readOn(
    in container: Int, _ text: Span<UInt8>, _ maxDepth: Int
  ) throws(JSONFault) {
    let isObject = words[container] >> 56 == 0x7B
    let close = UInt8(ascii: isObject ? "}" : "]")
    let isFirst = container == words.count - 1
    skipSpace(text)
    if try peek(text) == close { return closeContainer(container, close) }
    if !isFirst {
      guard try peek(text) == UInt8(ascii: ",") else {
        throw fault(isObject ? "expected ',' or '}'" : "expected ',' or ']'")
      }
      at += 1
      skipSpace(text)
    }
    if isObject {
      guard try peek(text) == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
      try readString(text)
      skipSpace(text)
      guard try peek(text) == UInt8(ascii: ":") else { throw fault("expected ':' after the key") }
      at += 1
      skipSpace(text)
    }
    try readValue(text, maxDepth)
  }

  private mutating func readValue(_ text: Span<UInt8>, _ maxDepth: Int) throws(JSONFault) {
    let start = at
    switch try peek(text) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < maxDepth else { throw fault("nested more than \(maxDepth) deep") }
      open.append(words.count)
      push(text[at], 0)
      at += 1
    case UInt8(ascii: "\""): try readString(text)
    case UInt8(ascii: "t"): try readWord("true", text)
    case UInt8(ascii: "f"): try readWord("false", text)
    case UInt8(ascii: "n"): try readWord("null", text)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      at = try JSONScalars.endOfNumber(text, from: at)
      push(0x64, 0, at: start)
      words.append(UInt64(start) << 32 | UInt64(at - start))
      offsets.append(start)
    default: throw fault("expected a value")
    }
  }

  private mutating func readWord(_ word: StaticString, _ text: Span<UInt8>) throws(JSONFault) {
    let start = at
    for expected in String(describing: word).utf8 {
      guard at < text.count, text[at] == expected else {
        throw JSONFault(offset: start, reason: "expected \(word)")
      }
      at += 1
    }
    push(text[start], 0, at: start)
  }

  private mutating func readString(_ text: Span<UInt8>) throws(JSONFault) {
    push(UInt8(ascii: "\""), UInt64(strings.count))
    let header = strings.count
    strings.append(contentsOf: [0, 0, 0, 0])
    at = try JSONScalars.readString(text, from: at, into: &strings)
    let count = UInt32(strings.count - header - 4)
    for byte in 0..<4 {
      strings[header + byte] = UInt8(truncatingIfNeeded: count >> (8 * UInt32(byte)))
    }
    strings.append(0)
  }

  private mutating func closeContainer(_ container: Int, _ close: UInt8) {
    open.removeLast()
    push(close, UInt64(container))
    words[container] |= UInt64(words.count)
    at += 1
  }

  private mutating func push(_ kind: UInt8, _ payload: UInt64, at offset: Int? = nil) {
    words.append(UInt64(kind) << 56 | payload)
    offsets.append(offset ?? at)
  }

  private func peek(_ text: Span<UInt8>) throws(JSONFault) -> UInt8 {
    guard at < text.count else { throw fault("the text ends in the middle of a value") }
    return text[at]
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while at < text.count, JSONScalars.isSpace(text[at]) { at += 1 }
  }

  private func fault(_ reason: String) -> JSONFault { JSONFault(offset: at, reason: reason) }
}
