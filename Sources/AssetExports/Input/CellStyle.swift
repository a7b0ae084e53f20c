internal import AssetFiles
internal import Assets

/// How the cells of a table are told apart, and how they spell what would end them.
struct CellStyle: Hashable {
  let separator: UInt8
  /// Whether a backslash escapes, as in PostgreSQL's COPY text and in what `mysql --batch` prints. Quotes are letters
  /// there; elsewhere they are as RFC 4180 has them.
  var hasEscapes = false

  /// The byte that a letter behind a backslash stands for; nil if it is no escape.
  static func escape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "0"): 0x00
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "v"): 0x0B
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "\\"): 0x5C
    default: nil
    }
  }
}

/// What the backslashes of a text say about whether they escape.
struct BackslashEvidence {
  /// A backslash that only what escapes writes: `\N`, or two of them.
  private(set) var isEscape = false
  /// A backslash with a letter that is no escape.
  private(set) var isLetter = false

  /// - Parameter text: rows whose cells tabs part.
  init(_ text: Span<UInt8>) {
    // What escapes with backslashes puts no quotes around cells.
    guard !Self.hasQuotedCells(text) else {
      isLetter = true
      return
    }
    var at = 0
    while let backslash = text.firstIndex(of: UInt8(ascii: "\\"), from: at) {
      let next = backslash + 1 < text.count ? text[backslash + 1] : 0x0A
      if next == UInt8(ascii: "N") || next == UInt8(ascii: "\\") {
        isEscape = true
      } else if CellStyle.escape(next) == nil {
        isLetter = true
      }
      at = min(backslash + 2, text.count)
    }
  }

  private static func hasQuotedCells(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while let quote = text.firstIndex(of: UInt8(ascii: "\""), from: at) {
      if quote == 0 || text[quote - 1] == 0x09 || text[quote - 1] == 0x0A { return true }
      at = quote + 1
    }
    return false
  }
}
