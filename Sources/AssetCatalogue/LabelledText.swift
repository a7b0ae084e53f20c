internal import AssetJSON
internal import Assets

/// `Type: STRING`, `Provider name: ApiId`, `Description: …` in a section of the resource catalogue, one a line or all in
/// a row, with markdown's marks or without.
package struct LabelledText {
  package private(set) var type = ""
  package private(set) var providerName: String?
  package private(set) var description: String?

  private static let labels = ["Type", "Provider name", "Description"]

  package init(_ lines: [TextLine]) {
    for line in lines {
      let parts = Self.parts(of: line.bytes)
      // What no label opens is a list of parts or of values: the field's own text is over.
      guard !parts.isEmpty else { break }
      for (label, text) in parts where !text.isEmpty {
        switch label {
        case "Type": type = text.plainCell
        case "Provider name": providerName = text.plainCell
        default: description = text.text
        }
      }
    }
  }

  package static func saysType(_ line: TextLine) -> Bool {
    guard let type = parts(of: line.bytes).first, type.label == "Type" else { return false }
    let name = type.text.plainCell.utf8
    return !name.isEmpty
      && name.allSatisfy { (0x41...0x5A).contains($0) || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  private typealias Part = (label: String, text: ArraySlice<UInt8>)

  /// Nothing if no label opens the line, or stands behind the name that a list item begins with.
  private static func parts(of line: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var rest = line.withoutListedName
    for (index, label) in labels.enumerated() {
      guard let behind = rest.behind(label: label) else { continue }
      let next = labels[(index + 1)...].compactMap { behind.firstIndex(ofLabel: $0) }.min()
      parts.append((label, behind[..<(next ?? behind.endIndex)].withoutBreak))
      rest = behind[(next ?? behind.endIndex)...]
    }
    return parts
  }
}

extension ArraySlice where Element == UInt8 {
  /// What follows ``- `name` `` in a list; the whole of another line.
  fileprivate var withoutListedName: Self {
    let line = trimmed
    guard line.starts(with: "- `".utf8) || line.starts(with: "* `".utf8),
      let end = line.dropFirst(3).firstIndex(of: UInt8(ascii: "`"))
    else { return line }
    return line[(end + 1)...].trimmed
  }

  /// What follows the label, if it stands at the start: `Type:`, `**Type**:`.
  fileprivate func behind(label: String) -> Self? {
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "*") || byte.isSpace }
    let words = drop(while: isMark)
    guard words.starts(with: label.utf8) else { return nil }
    let colon = words.dropFirst(label.utf8.count).drop(while: isMark)
    return colon.first == UInt8(ascii: ":") ? colon.dropFirst().drop(while: isMark) : nil
  }

  fileprivate func firstIndex(ofLabel label: String) -> Int? {
    var at = startIndex
    while let word = firstIndex(of: label, from: at) {
      let stars = self[..<word].reversed().prefix { $0 == UInt8(ascii: "*") }.count
      if self[word...].behind(label: label) != nil { return word - stars }
      at = word + 1
    }
    return nil
  }

  /// Without the space around it and line breaks in HTML at its end.
  fileprivate var withoutBreak: Self {
    var text = trimmed
    while text.suffix(4).elementsEqual("<br>".utf8) { text = text.dropLast(4).trimmed }
    return text
  }
}
