/// Reads the text of a map in canonical form, as `MapBuilder` writes it, a token a call. Much faster than a JSON
/// parser, which would have to find out what is known here.
package struct CanonicalMapScanner {
  /// A string's range is that of its inside, still escaped where `isEscaped` says so.
  package enum Token {
    case key(Range<Int>, isEscaped: Bool)
    case value(Range<Int>, isEscaped: Bool)
    case null
    /// The key has several values: those that follow, up to the next key.
    case several
    case end
    /// The text is no map in canonical form.
    case malformed
  }

  private enum State {
    case start, afterKey, firstInArray, inArray, afterValue
  }

  private var offset = 0
  private var state = State.start

  package init() {}

  /// The next token of the text, which has to be the same in every call.
  package mutating func next(_ text: Span<UInt8>) -> Token {
    switch state {
    case .start:
      guard take(UInt8(ascii: "{"), in: text) else { return .malformed }
      return take(UInt8(ascii: "}"), in: text) ? end(text) : key(text)
    case .afterKey: return value(text)
    case .firstInArray:
      state = .inArray
      return string(text)
    case .inArray where take(UInt8(ascii: ","), in: text): return string(text)
    case .inArray:
      guard take(UInt8(ascii: "]"), in: text) else { return .malformed }
      state = .afterValue
      return next(text)
    case .afterValue where take(UInt8(ascii: ","), in: text): return key(text)
    case .afterValue: return take(UInt8(ascii: "}"), in: text) ? end(text) : .malformed
    }
  }

  private func end(_ text: Span<UInt8>) -> Token { offset == text.count ? .end : .malformed }

  private mutating func key(_ text: Span<UInt8>) -> Token {
    guard case .value(let range, let isEscaped) = string(text), take(UInt8(ascii: ":"), in: text)
    else {
      return .malformed
    }
    state = .afterKey
    return .key(range, isEscaped: isEscaped)
  }

  private mutating func value(_ text: Span<UInt8>) -> Token {
    if take(UInt8(ascii: "["), in: text) {
      state = .firstInArray
      return .several
    }
    state = .afterValue
    guard take(UInt8(ascii: "n"), in: text) else { return string(text) }
    for byte in "ull".utf8 where !take(byte, in: text) { return .malformed }
    return .null
  }

  private mutating func string(_ text: Span<UInt8>) -> Token {
    guard take(UInt8(ascii: "\""), in: text) else { return .malformed }
    let start = offset
    var isEscaped = false
    while true {
      offset += Self.plainCount(text, from: offset)
      guard offset < text.count else { return .malformed }
      offset += 1
      if text[offset - 1] == UInt8(ascii: "\"") {
        return .value(start..<offset - 1, isEscaped: isEscaped)
      }
      isEscaped = true
      offset += 1
    }
  }

  /// How many bytes there are before the next quote or backslash.
  @inline(__always)
  private static func plainCount(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count {
      let (word, length) = text.partialWord(at: end)
      let plain = min(special(in: word).trailingZeroBitCount / 8, length)
      end += plain
      if plain < length { break }
    }
    return end - start
  }

  /// Marks the highest bit of the first byte of the word that is a quote or a backslash, and perhaps bits behind it.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & highs
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }
}

extension CanonicalMapScanner {
  /// Appends what an escaped string says.
  ///
  /// - Returns: false for an escape that canonical form has not.
  package static func unescape(_ text: Span<UInt8>, into bytes: inout [UInt8]) -> Bool {
    var offset = 0
    while offset < text.count {
      let start = offset
      offset += plainCount(text, from: start)
      bytes.append(span: text.extracting(start..<offset))
      guard offset < text.count else { return true }
      guard text[offset] == UInt8(ascii: "\\"), offset + 1 < text.count,
        let (byte, length) = escape(text, at: offset + 1)
      else {
        return false
      }
      bytes.append(byte)
      offset += 1 + length
    }
    return true
  }

  /// The byte that an escape stands for, and how long it is behind the backslash.
  private static func escape(_ text: Span<UInt8>, at offset: Int) -> (byte: UInt8, length: Int)? {
    switch text[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return (text[offset], 1)
    case UInt8(ascii: "b"): return (0x08, 1)
    case UInt8(ascii: "t"): return (0x09, 1)
    case UInt8(ascii: "n"): return (0x0A, 1)
    case UInt8(ascii: "f"): return (0x0C, 1)
    case UInt8(ascii: "r"): return (0x0D, 1)
    case UInt8(ascii: "u") where offset + 5 <= text.count:
      let digits = String(copying: text.extracting(offset + 1..<offset + 5))
      return UInt8(digits, radix: 16).map { ($0, 5) }
    default: return nil
    }
  }
}
