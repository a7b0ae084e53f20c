internal import AssetFiles
internal import Assets

/// `Titleidcorestringdescription`: a row whose cells have lost what stood between them.
package struct GluedCells {
  package let cells: RowCells

  package init?(_ line: ArraySlice<UInt8>) throws(DataDirectoryRow.Flaw) {
    let row = line.trimmed
    guard let anchor = Self.anchor(in: row) else { return nil }
    let (title, name) = try Self.split(row[..<anchor.start])
    cells = RowCells(
      title: title, name: name, dataType: anchor.dataType.rawValue,
      description: row[anchor.end...].trimmed.text)
  }

  private struct Anchor {
    let start: Int
    let end: Int
    let dataType: DataType
  }

  /// The first `core` with a data type behind it; if it is part of a name (`scorejson`), the last one in that run of
  /// letters, which no description is part of.
  private static func anchor(in row: ArraySlice<UInt8>) -> Anchor? {
    var found: Anchor?
    for start in row.indices.dropFirst() {
      if found != nil, !row[start - 1].isOfName { break }
      found = anchor(at: start, in: row) ?? found
    }
    return found
  }

  private static func anchor(at start: Int, in row: ArraySlice<UInt8>) -> Anchor? {
    guard row[start - 1].isOfName,
      let variant = DataDirectoryRow.variants.first(where: { row[start...].starts(with: $0.utf8) })
    else { return nil }
    let behind = row[(start + variant.utf8.count)...]
    return longestFirst.first { behind.starts(with: $0.rawValue.utf8) }.map {
      Anchor(start: start, end: behind.startIndex + $0.rawValue.utf8.count, dataType: $0)
    }
  }

  private static let longestFirst = DataType.allCases.sorted {
    $0.rawValue.utf8.count > $1.rawValue.utf8.count
  }

  /// Tells the title from the name behind it: both have the same last word.
  private static func split(
    _ cells: ArraySlice<UInt8>
  ) throws(DataDirectoryRow.Flaw) -> (title: String, name: String) {
    guard let foreign = cells.lastIndex(where: { !$0.isOfName }) else { return ("", cells.text) }
    let starts = cells[(foreign + 1)...].suffix(128).indices
    guard
      let start = starts.first(where: { start in
        let word = cells[start...].lastWord
        return !word.isEmpty && cells[..<start].lastWord == word
      })
    else {
      throw DataDirectoryRow.Flaw(
        reason: "it can't be told where the title ends and the name of the field begins",
        advice: "put a tab between them, or save the page as markdown")
    }
    return (cells[..<start].trimmed.text, cells[start...].text)
  }

  /// What looks like the data type of a row, where it is none; nil if the line looks like prose.
  package static func unknownDataType(in line: ArraySlice<UInt8>) -> String? {
    let row = line.trimmed
    let opening = row.prefix(while: \.isOfName).endIndex
    var at = row.startIndex + 1
    while let start = row.firstIndex(of: "core", from: at) {
      at = start + 1
      let name = row[(start + 4)...].prefix(64).prefix {
        $0.isOfName || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
      }
      guard row[start - 1].isOfName, !name.isEmpty else { continue }
      let endsLine = name.endIndex == row.endIndex
      // A word such as scores stands between spaces or marks; a name with all that is glued to it opens its line.
      let isWord = endsLine ? start > opening : " .,;:)'\"-/".utf8.contains(row[name.endIndex])
      if !isWord { return name.text }
    }
    return nil
  }
}

extension ArraySlice where Element == UInt8 {
  /// The last letters and digits, in lower case.
  fileprivate var lastWord: [UInt8] {
    let letters = { (byte: UInt8) in byte.isDigit || (0x61...0x7A).contains(byte | 0x20) }
    guard let end = lastIndex(where: letters) else { return [] }
    let start = self[...end].suffix(128).lastIndex { !letters($0) }.map { $0 + 1 }
    return self[(start ?? Swift.max(startIndex, end - 127))...end].map {
      $0.isDigit ? $0 : $0 | 0x20
    }
  }
}
