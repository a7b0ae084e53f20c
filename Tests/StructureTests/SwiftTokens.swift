/// The words and signs of a Swift text, without comments and without what stands in quotes.
struct SwiftTokens {
  private(set) var tokens: [String] = []
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    while at < bytes.count { readNext() }
  }

  private mutating func readNext() {
    let byte = bytes[at]
    if begins(with: "//") {
      skip(to: "\n")
    } else if begins(with: "/*") {
      skip(to: "*/")
    } else if begins(with: "\"\"\"") {
      at += 3
      skip(to: "\"\"\"")
    } else if byte == UInt8(ascii: "\"") {
      skipQuoted()
    } else if isWord(byte) {
      let start = at
      while at < bytes.count, isWord(bytes[at]) { at += 1 }
      tokens.append(String(decoding: bytes[start..<at], as: UTF8.self))
    } else {
      at += 1
      if byte > 0x20 { tokens.append(String(UnicodeScalar(byte))) }
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private func begins(with text: StaticString) -> Bool {
    bytes[at...].starts(with: String(describing: text).utf8)
  }

  private mutating func skip(to end: StaticString) {
    while at < bytes.count, !begins(with: end) { at += 1 }
    at = min(at + end.utf8CodeUnitCount, bytes.count)
  }

  private mutating func skipQuoted() {
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\n") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at += 1
  }
}
