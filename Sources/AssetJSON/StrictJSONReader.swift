internal import Assets

/// Reads JSON (RFC 8259) byte by byte into the same tape as simdjson, for the two things that simdjson does not do:
/// say where a text stops being JSON, and take numbers of any size.
package struct StrictJSONReader {
  private var tape = TapeBuilder()
  private var at = 0
  private var allowsFlaws = false

  /// - Parameter allowsFlaws: whether strings may hold U+0000, halves of surrogate pairs and bytes that are no UTF-8,
  ///   which are then taken for such halves.
  package mutating func read<Result>(
    _ text: UnsafeBufferPointer<UInt8>, maxDepth: Int, allowsFlaws: Bool = false,
    body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    self.allowsFlaws = allowsFlaws
    try readAll(unsafe Span(_unsafeElements: text), maxDepth: maxDepth)
    return try unsafe tape.withTape(of: text) { tape throws(any Error) in try body(tape) }
  }

  private mutating func readAll(_ text: Span<UInt8>, maxDepth: Int) throws(JSONFault) {
    tape.begin()
    at = 0
    skipSpace(text)
    try readValue(text, maxDepth: maxDepth)
    while let container = tape.container {
      try readOn(in: container, text: text, maxDepth: maxDepth)
    }
    skipSpace(text)
    guard at == text.count else { throw fault("there is more after the end of the value") }
    tape.end()
  }

  /// Reads the next member of the innermost container, or its end.
  private mutating func readOn(
    in container: Int, text: Span<UInt8>, maxDepth: Int
  ) throws(JSONFault) {
    let isObject = tape.words[container] >> 56 == 0x7B
    let isFirst = container == tape.words.count - 1
    skipSpace(text)
    if try peek(text) == UInt8(ascii: isObject ? "}" : "]") {
      tape.closeContainer(origin: at)
      at += 1
      return
    }
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
    try readValue(text, maxDepth: maxDepth)
  }

  private mutating func readValue(_ text: Span<UInt8>, maxDepth: Int) throws(JSONFault) {
    let start = at
    switch try peek(text) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard tape.depth < maxDepth else { throw fault("nested more than \(maxDepth) deep") }
      tape.openContainer(text[at] == UInt8(ascii: "{") ? .object : .array, origin: at)
      at += 1
    case UInt8(ascii: "\""): try readString(text)
    case UInt8(ascii: "t"): try readWord("true", kind: .true, in: text)
    case UInt8(ascii: "f"): try readWord("false", kind: .false, in: text)
    case UInt8(ascii: "n"): try readWord("null", kind: .null, in: text)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      at = try JSONScalars.endOfNumber(text, from: at)
      tape.addNumber(text.extracting(start..<at), at: start, origin: start)
    default: throw fault("expected a value")
    }
  }

  private mutating func readWord(
    _ word: StaticString, kind: JSONTape.Kind, in text: Span<UInt8>
  ) throws(JSONFault) {
    let start = at
    for expected in String(describing: word).utf8 {
      guard at < text.count, text[at] == expected else {
        throw JSONFault(offset: start, reason: "expected \(word)")
      }
      at += 1
    }
    tape.add(kind, origin: start)
  }

  private mutating func readString(_ text: Span<UInt8>) throws(JSONFault) {
    let start = at
    var isFlawed = false
    try tape.addString(origin: start) { strings throws(JSONFault) in
      let first = strings.count
      at = try JSONScalars.readString(
        text, from: start, allowsFlaws: allowsFlaws, into: &strings)
      isFlawed = allowsFlaws && strings.span.extracting(first..<strings.count).isFlawedText
    }
    if isFlawed { tape.hasFlaws = true }
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
