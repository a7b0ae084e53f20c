internal import AssetFiles
internal import AssetJSON
package import Assets

/// A line of a saved page, and where it is.
package struct TextLine {
  package let number: Int
  /// Without its end; indexed by their places in the text.
  package let bytes: ArraySlice<UInt8>

  package static func lines(of text: [UInt8]) -> [TextLine] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
      TextLine(number: $0 + 1, bytes: $1.last == 0x0D ? $1.dropLast() : $1)
    }
  }

  package var content: ArraySlice<UInt8> { bytes.trimmed }
  package var isBlank: Bool { content.isEmpty }

  /// Nothing but what frames text: ```` ``` ````, `---`, `| --- | :-: |`.
  package var isRule: Bool { !isBlank && content.allSatisfy { "`-|:+=~ \t".utf8.contains($0) } }

  /// The level of a markdown heading; nil if the line is none.
  package var headingLevel: Int? {
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    return level > 0 && content.dropFirst(level).first?.isSpace == true ? level : nil
  }

  /// A heading's words: without the marks before and an anchor behind.
  package var heading: String {
    let words = content.drop { $0 == UInt8(ascii: "#") || $0.isSpace }
    let anchor = words.firstIndex(of: "{#") ?? words.firstIndex(of: "{%") ?? words.endIndex
    return words[..<anchor].trimmed.text
  }

  package func fault(_ file: String, why: String, advice: String? = nil) -> Fault {
    Fault(
      .input, what: file, why: why, advice: advice,
      place: Place(line: number, byte: bytes.startIndex + 1))
  }
}

extension UInt8 {
  package var isSpace: Bool { self == 0x20 || self == 0x09 }
  package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether names of fields are made of it: `_key`, `@http.status_code`.
  package var isOfName: Bool {
    (0x61...0x7A).contains(self) || isDigit || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "@") || self == UInt8(ascii: ".")
  }
}

extension ArraySlice where Element == UInt8 {
  package var text: String { String(decoding: self, as: UTF8.self) }

  package var trimmed: Self {
    guard let first = firstIndex(where: { !$0.isSpace }),
      let last = lastIndex(where: { !$0.isSpace })
    else { return self[endIndex...] }
    return self[first...last]
  }

  /// Where the word begins for the first time, at or behind a place.
  package func firstIndex(of word: String, from start: Int? = nil) -> Int? {
    guard let first = word.utf8.first else { return start ?? startIndex }
    var rest = self[(start ?? startIndex)...]
    while let at = rest.firstIndex(of: first) {
      if self[at...].starts(with: word.utf8) { return at }
      rest = self[(at + 1)...]
    }
    return nil
  }

  /// A cell that holds a name, without what markdown and HTML put around and into it.
  package var plainCell: String {
    // No name is as long: this is prose.
    guard count <= 256 else { return text }
    var plain = text
    for (mark, letter) in [("&lt;", "<"), ("&gt;", ">"), ("<code>", ""), ("</code>", "")] {
      plain = plain.replacing(mark, with: letter)
    }
    plain.removeAll { "`*\\".contains($0) }
    return plain
  }
}
