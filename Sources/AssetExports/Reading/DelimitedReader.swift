internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Reads a table that is text, CSV or TSV, by RFC 4180: quoted cells may hold separators, line ends and doubled quotes;
/// or, where backslashes escape, by those. The first row names the columns. Gives each row as a JSON object of strings;
/// an empty cell without quotes is absent.
struct DelimitedReader {
  private var style: CellStyle
  /// Whether a backslash may turn out to escape.
  private var isStyleOpen: Bool
  private(set) var header: TableHeader
  /// The column of the extra fields, in a table that this program has written.
  private var extras: Int?
  private let inspector = JSONInspector()
  private(set) var row = TapeBuilder()

  /// A row at the window's start.
  struct Row {
    /// How many of the window's unread bytes it has.
    let count: Int
    /// How many line feeds are among them.
    let lines: Int
    /// Whether all of its quotes are closed: what follows is a row too.
    let isClosed: Bool
    /// Why it is no row of the table; nil if `row` holds it.
    var fault: LocatedFault?
    /// Why it is no record, and nothing is wrong with it.
    var skip: RowSkip?
    /// What is odd about it.
    var warning: RowWarning?
  }

  /// Reads the row of names.
  init(_ layout: TableLayout, in window: inout InputWindow) throws {
    style = layout.style
    isStyleOpen = layout.isStyleOpen
    header = TableHeader()
    window.consume(layout.bytesAbove)
    guard let row = try nextRow(&window) else { return }
    do throws(LocatedFault) {
      header = try TableHeader(
        window.bytes.span.extracting(window.unread.prefix(row.count)), style: style)
    } catch {
      throw error.fault(in: window)
    }
    extras = header.names.firstIndex(of: Array("_extra".utf8))
    window.consume(row.count, lines: row.lines)
  }

  /// Makes the next row the tape of `row`. Nil at the end.
  mutating func next(_ window: inout InputWindow) throws -> Row? {
    try window.skipLineEnds()
    let warning = isStyleOpen ? try settleStyle(&window) : nil
    guard var found = try nextRow(&window) else { return nil }
    found.warning = warning
    do throws(LocatedFault) {
      found.skip = try read(window.bytes.span.extracting(window.unread.prefix(found.count)))
    } catch {
      found.fault = error
    }
    return found
  }

  /// Says whether backslashes escape once there is one: what of the table is in memory tells.
  private mutating func settleStyle(_ window: inout InputWindow) throws -> RowWarning? {
    guard try window.byte(at: 0) != nil else { return nil }
    let line = try window.firstLine(from: 0, upTo: TableLayout.maxLine)
    guard line.contains(UInt8(ascii: "\\")) else { return nil }
    isStyleOpen = false
    let evidence = BackslashEvidence(window.bytes.span.extracting(window.unread))
    guard evidence.isEscape || !evidence.isLetter else { return nil }
    style.hasEscapes = true
    return evidence.isEscape ? nil : .escapes
  }

  /// Finds the end of the next row: the first line end with an even number of quotes before it.
  private func nextRow(_ window: inout InputWindow) throws -> Row? {
    try window.skipLineEnds()
    var (end, lines, quotes) = (0, 0, 0)
    while true {
      let found = window.offset(of: 0x0A, from: end)
      let next = found ?? window.unread.count
      if !style.hasEscapes { quotes += window.count(of: UInt8(ascii: "\""), in: end..<next) }
      end = next
      if found == nil {
        if try window.fill() { continue }
        return end == 0
          ? nil : Row(count: end, lines: lines, isClosed: quotes.isMultiple(of: 2))
      }
      if quotes.isMultiple(of: 2) { return Row(count: end, lines: lines, isClosed: true) }
      lines += 1
      end += 1
    }
  }

  private mutating func read(_ bytes: Span<UInt8>) throws(LocatedFault) -> RowSkip? {
    try TableHeader.requireUTF8(bytes)
    var cells = DelimitedCells(bytes, style: style)
    row.begin()
    row.hasFlaws = bytes.firstIndex(of: 0, from: 0) != nil || style.hasEscapes
    row.openContainer(.object, origin: 0)
    var (column, filled) = (0, 0)
    while let cell = try cells.next(bytes) {
      if column < header.names.count, !cell.isAbsent {
        filled += 1
        row.addString(copying: header.names[column], origin: cell.start)
        let isObject = column == extras ? try addObject(cell, bytes: bytes) : false
        if !isObject {
          try row.addString(origin: cell.start) { text throws(LocatedFault) in
            try cell.write(bytes, to: &text)
          }
        }
      }
      column += 1
    }
    if let skip = header.skip(bytes, style: style, cells: column, filled: filled) { return skip }
    guard column == header.names.count else {
      throw LocatedFault(
        offset: 0,
        reason: "the row has \(column) cells, and the table \(header.names.count) columns",
        advice: "check the quotes and the line ends of the table")
    }
    row.closeContainer(origin: bytes.count)
    row.end()
    return nil
  }

  /// Adds the object that a cell spells as JSON; false if it spells none.
  private mutating func addObject(
    _ cell: DelimitedCells.Cell, bytes: Span<UInt8>
  ) throws(LocatedFault) -> Bool {
    var text: [UInt8] = []
    try cell.write(bytes, to: &text)
    return inspector.read(text.span) { tape in
      guard tape.kind(at: JSONTape.root) == .object else { return false }
      row.copy(tape, at: JSONTape.root, origin: cell.start)
      return true
    } ?? false
  }
}

/// What is odd about a row of a table, and taken all the same.
enum RowWarning: Hashable {
  /// Its backslashes were read as escapes, which no other row proves them to be.
  case escapes

  var rule: String { "backslash-escapes" }

  var text: String {
    "the backslashes of the table are read as escapes, as databases write them; "
      + "give --format tsv if they are meant as they stand"
  }
}
