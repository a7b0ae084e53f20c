internal import AssetFiles
internal import Assets

/// A page of the data directory: a heading, and a table with a row for each field.
package struct DataDirectoryPage {
  private let file: String
  private let heading: ArraySlice<TextLine>
  private let table: ArraySlice<TextLine>

  /// Nil if the lines have no such table.
  package init?(_ lines: [TextLine], file: String) {
    let header = lines.firstIndex(where: Self.isHeader)
    guard
      let start = header
        ?? lines.firstIndex(where: { (try? DataDirectoryRow($0.bytes)) ?? nil != nil })
    else { return nil }
    self.file = file
    heading = lines[..<start]
    table = lines[(header == nil ? start : start + 1)...]
  }

  package func draft() throws -> DraftType {
    let heading = try PageHeading(heading, file: file)
    let fields = try rows().map(\.field)
    guard !fields.isEmpty else {
      throw Fault(
        .input, what: file, why: "the page's table has no rows", advice: "save it as a whole")
    }
    return DraftType(
      name: heading.name, title: heading.title, description: heading.description,
      accountField: DraftType.proposedAccountField(heading.name, fields: fields), keyTemplate: nil,
      fields: fields)
  }

  /// `Title | ID | Type | Data Type | Description`, whatever stands between the words.
  private static func isHeader(_ line: TextLine) -> Bool {
    guard (14...4_096).contains(line.bytes.count) else { return false }
    let letters = line.bytes.filter { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    return letters.starts(with: "titleidtypedatatype".utf8)
      || letters.starts(with: "idtypedatatype".utf8)
  }

  private func rows() throws -> [DataDirectoryRow] {
    var rows: [DataDirectoryRow] = []
    // A description may go on in the next line; what follows a blank line and is no row is the page's foot.
    var isOpen = true
    for line in table where !line.isRule && !Self.isHeader(line) {
      do throws(DataDirectoryRow.Flaw) {
        if let row = try DataDirectoryRow(line.bytes) {
          rows.append(row)
          isOpen = true
        } else if line.isBlank {
          isOpen = rows.isEmpty
        } else if let name = GluedCells.unknownDataType(in: line.bytes) {
          throw DataDirectoryRow.Flaw(reason: "'\(name)' is no data type", advice: DataType.advice)
        } else if isOpen {
          try goOn(line, rows: &rows)
        }
      } catch {
        throw line.fault(file, why: error.reason, advice: error.advice)
      }
    }
    return rows
  }

  private func goOn(
    _ line: TextLine, rows: inout [DataDirectoryRow]
  ) throws(DataDirectoryRow.Flaw) {
    guard !rows.isEmpty, line.content.first != UInt8(ascii: "|") else {
      throw DataDirectoryRow.Flaw(
        reason: "this is no row of the table of fields: it has no cell 'core'",
        advice: "save the page again, as markdown")
    }
    rows[rows.count - 1].goOn(line.content.text)
  }
}
