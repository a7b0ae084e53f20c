internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Lists, dictionaries and texts as Python prints them, `[{'Key': 'env', 'Value': None}]`, made JSON.
struct PythonText {
  private var output: [UInt8] = []
  private var at = 0

  /// Nil for what is no such text.
  static func json(of text: Span<UInt8>) -> [UInt8]? {
    var reader = PythonText()
    while reader.at < text.count {
      guard reader.take(text) else { return nil }
    }
    return reader.output
  }

  private mutating func take(_ text: Span<UInt8>) -> Bool {
    let byte = text[at]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return takeString(text, quote: byte)
    case UInt8(ascii: "u") where at + 1 < text.count && text[at + 1] == UInt8(ascii: "'"):
      at += 1
      return takeString(text, quote: UInt8(ascii: "'"))
    case UInt8(ascii: "N"): return takeWord("None", json: "null", in: text)
    case UInt8(ascii: "T"): return takeWord("True", json: "true", in: text)
    case UInt8(ascii: "F"): return takeWord("False", json: "false", in: text)
    default:
      output.append(byte)
      at += 1
      return "[]{},: \n\r\t0123456789.-+eE".utf8.contains(byte)
    }
  }

  private mutating func takeWord(_ word: String, json: String, in text: Span<UInt8>) -> Bool {
    let letters = Array(word.utf8)
    guard at + letters.count <= text.count,
      text.extracting(at..<at + letters.count).isIdentical(inBytesTo: letters.span)
    else { return false }
    output += json.utf8
    at += letters.count
    return true
  }

  private mutating func takeString(_ text: Span<UInt8>, quote: UInt8) -> Bool {
    output.append(UInt8(ascii: "\""))
    at += 1
    while at < text.count, text[at] != quote {
      switch text[at] {
      case UInt8(ascii: "\\"): guard takeEscape(text) else { return false }
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case 0..<0x20: return false
      default: output.append(text[at])
      }
      at += 1
    }
    output.append(UInt8(ascii: "\""))
    at += 1
    return at <= text.count
  }

  /// Leaves `at` on the last byte of the escape.
  private mutating func takeEscape(_ text: Span<UInt8>) -> Bool {
    at += 1
    guard at < text.count else { return false }
    switch text[at] {
    case UInt8(ascii: "'"): output.append(UInt8(ascii: "'"))
    case UInt8(ascii: "x"): output += "\\u00".utf8
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"), UInt8(ascii: "u"):
      output += [UInt8(ascii: "\\"), text[at]]
    default: return false
    }
    return true
  }
}
