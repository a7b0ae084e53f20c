internal import AssetFiles
internal import AssetJSON
package import Assets

/// A row of the data directory's table of fields, in any of the forms that saved pages have it.
package struct DataDirectoryRow {
  /// Why a line that is a row can't be read.
  package struct Flaw: Error {
    let reason: String
    var advice: String?
  }

  private var content: Field
  private var lines: [String] = []

  /// What the column Type holds.
  package static let variants = ["core", "event_attribute"]

  /// Nil if the line is no row.
  package init?(_ line: ArraySlice<UInt8>) throws(Flaw) {
    guard Self.variants.contains(where: { line.firstIndex(of: $0) != nil }),
      let cells = try Self.cells(of: line)
    else { return nil }
    guard !cells.name.isEmpty else { throw Flaw(reason: "the row has no name for its field") }
    guard let dataType = DataType(rawValue: cells.dataType) else {
      throw Flaw(reason: "'\(cells.dataType)' is no data type", advice: DataType.advice)
    }
    // Events have attributes, `@http.status_code`: their names go into no column as they are.
    let name = String(cells.name.drop { $0 == "@" }.map { $0 == "." ? "_" : $0 })
    content = Field(name, dataType: dataType, providerName: name == cells.name ? nil : cells.name)
    if !cells.title.isEmpty { content.title = cells.title }
    if !cells.description.isEmpty { lines.append(cells.description) }
  }

  private static func cells(of line: ArraySlice<UInt8>) throws(Flaw) -> RowCells? {
    if let piped = PipedCells(line) { return piped.cells }
    if let spaced = SpacedCells(line) { return spaced.cells }
    return try GluedCells(line)?.cells
  }

  /// Adds a line that the description goes on in.
  package mutating func goOn(_ line: String) { lines.append(line) }

  /// What the row, and the lines that it goes on in, say.
  package var field: Field {
    var field = content
    if !lines.isEmpty { field.description = lines.joined(separator: " ") }
    return field
  }
}

/// The cells of a row that matter. A page drops an empty title: what stands where is counted from the cell `core`.
package struct RowCells {
  package var title = ""
  package var name: String
  package var dataType: String
  package var description = ""
}

/// `| Title | id | core | string | Description |`, with or without the outer pipes.
private struct PipedCells {
  let cells: RowCells

  init?(_ line: ArraySlice<UInt8>) {
    let pipe = UInt8(ascii: "|")
    let row = line.trimmed
    guard row.contains(pipe) else { return nil }
    let parts = (row.first == pipe ? row.dropFirst() : row)
      .split(separator: pipe, maxSplits: 8, omittingEmptySubsequences: false)
    let anchors = parts.indices.dropFirst().filter { index in
      index + 1 < parts.count && DataDirectoryRow.variants.contains(parts[index].trimmed.plainCell)
    }
    let typed = anchors.first { DataType(rawValue: parts[$0 + 1].trimmed.plainCell) != nil }
    guard let anchor = typed ?? anchors.first else { return nil }
    var rest = row[parts[anchor + 1].endIndex...].dropFirst().trimmed
    if rest.last == pipe, rest.dropLast().last != UInt8(ascii: "\\") {
      rest = rest.dropLast().trimmed
    }
    cells = RowCells(
      title: parts[..<(anchor - 1)].map(\.trimmed.text).joined(separator: " "),
      name: parts[anchor - 1].trimmed.plainCell, dataType: parts[anchor + 1].trimmed.plainCell,
      description: rest.text.replacing(#"\|"#, with: "|"))
  }
}

/// `Title⇥id⇥core⇥string⇥Description`, as a browser copies a table, or with spaces.
private struct SpacedCells {
  let cells: RowCells

  init?(_ line: ArraySlice<UInt8>) {
    let words = line.split(omittingEmptySubsequences: true, whereSeparator: \.isSpace)
    let isTabbed = line.contains(0x09)
    let anchors = words.indices.dropFirst().filter { index in
      index + 1 < words.count
        && DataDirectoryRow.variants.contains { words[index].elementsEqual($0.utf8) }
    }
    let typed = anchors.first { DataType(rawValue: words[$0 + 1].plainCell) != nil }
    // Of a prose line with the word core in it only tabs can make a row.
    guard let anchor = typed ?? (isTabbed ? anchors.first : nil),
      words[anchor - 1].allSatisfy(\.isOfName) || isTabbed
    else { return nil }
    let name = words[anchor - 1]
    cells = RowCells(
      title: line[..<name.startIndex].trimmed.text, name: name.plainCell,
      dataType: words[anchor + 1].plainCell,
      description: line[words[anchor + 1].endIndex...].trimmed.text)
  }
}
