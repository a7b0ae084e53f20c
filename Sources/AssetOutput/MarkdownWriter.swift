internal import Assets

/// Writes a table of GitHub Flavored Markdown that shows each text as it is.
package struct MarkdownWriter: ScalarWriter, ~Copyable {
  private var stream: OutputStream
  private var shown: [UInt8] = []

  package init(_ stream: consuming OutputStream) {
    self.stream = stream
  }

  package mutating func begin(_ columns: [ResultColumn]) throws {
    for column in columns { text(column.name.utf8.span) }
    try endRow()
    for column in columns {
      scalar { $0.append(contentsOf: column.isNumeric ? "---:".utf8 : "---".utf8) }
    }
    try endRow()
  }

  package mutating func null() { stream.buffer.append(contentsOf: "| ".utf8) }

  package mutating func scalar(_ append: (inout [UInt8]) -> Void) {
    stream.buffer.append(contentsOf: "| ".utf8)
    append(&stream.buffer)
    stream.buffer.append(UInt8(ascii: " "))
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    stream.buffer.append(contentsOf: "| ".utf8)
    if let quotes = DisplayText.quotes(around: bytes) {
      shown = quotes
      appendShown()
    } else {
      // As an escape, a tab would look like a backslash and a t.
      var start = 0
      for index in bytes.indices {
        guard let entity = Self.entity(at: index, of: bytes) else { continue }
        append(bytes.extracting(start..<index))
        stream.buffer.append(contentsOf: entity.utf8)
        start = index + 1
      }
      append(bytes.extracting(start..<bytes.count))
    }
    stream.buffer.append(UInt8(ascii: " "))
  }

  package mutating func json(_ bytes: Span<UInt8>) { text(bytes) }

  package mutating func endRow() throws {
    stream.buffer.append(contentsOf: "|\n".utf8)
    try stream.writeIfFull()
  }

  package mutating func finish() throws { try stream.flush() }

  /// What is no part of the cell unless it is written so: spaces at its ends are cut off.
  private static func entity(at index: Int, of bytes: Span<UInt8>) -> String? {
    switch bytes[index] {
    case UInt8(ascii: " ") where index == 0 || index == bytes.count - 1: "&#32;"
    case UInt8(ascii: "\t"): "&#9;"
    case UInt8(ascii: "\n"): "&#10;"
    case UInt8(ascii: "\r"): "&#13;"
    default: nil
    }
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    shown.removeAll(keepingCapacity: true)
    DisplayText.append(bytes, to: &shown)
    appendShown()
  }

  private mutating func appendShown() {
    for index in shown.indices {
      if isMarkup(at: index) { stream.buffer.append(UInt8(ascii: "\\")) }
      stream.buffer.append(shown[index])
    }
  }

  /// Whether a byte of the shown text ends a cell or may begin markup, HTML or (on GitHub) a formula.
  private func isMarkup(at index: Int) -> Bool {
    switch shown[index] {
    case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"): true
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"): true
    case UInt8(ascii: "$"): true
    // A link is taken from the address as it is written, backslashes too.
    case UInt8(ascii: ":"): shown[index...].starts(with: "://".utf8)
    // Inside of a word it means nothing, and names are full of it.
    case UInt8(ascii: "_"): !(isWord(at: index - 1) && isWord(at: index + 1))
    default: false
    }
  }

  private func isWord(at index: Int) -> Bool {
    guard shown.indices.contains(index) else { return false }
    switch shown[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
    default: return false
    }
  }
}
