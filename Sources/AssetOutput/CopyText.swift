internal import Assets

/// How the text format of PostgreSQL's COPY spells text: what would end a cell or a line stands behind a backslash.
enum CopyText {
  /// Appends the text of a cell.
  static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    append(bytes, quote: backslash, to: &output)
  }

  /// Appends text that stands in double quotes within a cell, as in hstore and in arrays: there a quote and a backslash
  /// stand behind a backslash, and COPY doubles each of those.
  static func append(quoted bytes: Span<UInt8>, to output: inout [UInt8]) {
    append(bytes, quote: UInt8(ascii: "\""), to: &output)
  }

  /// Appends text that stands in double quotes within a cell.
  static func append(quoted bytes: [UInt8], to output: inout [UInt8]) {
    append(quoted: bytes.span, to: &output)
  }

  /// - Parameter quote: what the text stands in; a backslash for nothing.
  private static func append(_ bytes: Span<UInt8>, quote: UInt8, to output: inout [UInt8]) {
    var (start, index) = (0, 0)
    while index < bytes.count {
      let (word, length) = bytes.partialWord(at: index)
      let plain = min(special(in: word, quote: quote).trailingZeroBitCount / 8, length)
      index += plain
      guard plain < length else { continue }
      output.append(span: bytes.extracting(start..<index))
      escape(bytes[index], isQuoted: quote != backslash, to: &output)
      index += 1
      start = index
    }
    output.append(span: bytes.extracting(start..<bytes.count))
  }

  private static let backslash = UInt8(ascii: "\\")

  /// Marks the highest bit of the first byte of the word that is a control character, a backslash or the quote, and
  /// perhaps bits behind it.
  @inline(__always)
  private static func special(in word: UInt64, quote: UInt8) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let control = (word &- ones &* 0x20) & ~word
    let quoted = word ^ (ones &* UInt64(quote))
    let escape = word ^ (ones &* 0x5C)
    return (control | (quoted &- ones) & ~quoted | (escape &- ones) & ~escape) & highs
  }

  private static func escape(_ byte: UInt8, isQuoted: Bool, to output: inout [UInt8]) {
    switch byte {
    case 0x09: output.append(contentsOf: #"\t"#.utf8)
    case 0x0A: output.append(contentsOf: #"\n"#.utf8)
    case 0x0D: output.append(contentsOf: #"\r"#.utf8)
    case backslash: output.append(contentsOf: (isQuoted ? #"\\\\"# : #"\\"#).utf8)
    case UInt8(ascii: "\"") where isQuoted: output.append(contentsOf: #"\\""#.utf8)
    default: output.append(byte)
    }
  }

  /// Appends a number.
  static func append(real: Double, to output: inout [UInt8]) {
    if real.isFinite {
      output.append(contentsOf: real.description.utf8)
    } else {
      output.append(
        contentsOf: real.isNaN ? "NaN".utf8 : real < 0 ? "-Infinity".utf8 : "Infinity".utf8)
    }
  }
}
