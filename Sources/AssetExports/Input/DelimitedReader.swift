internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Reads a table that is text, CSV or TSV, by RFC 4180: quoted cells may hold separators, line ends and doubled quotes.
/// The first row names the columns. Gives each row as a JSON object of strings; an empty cell without quotes is absent.
struct DelimitedReader {
  private let separator: UInt8
  private var names: [[UInt8]] = []
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
  }

  /// Reads the row of names.
  init(separator: UInt8, _ window: inout InputWindow) throws {
    self.separator = separator
    guard let row = try nextRow(&window) else { return }
    do throws(LocatedFault) {
      names = try Self.names(
        in: window.bytes.span.extracting(window.unread.prefix(row.count)), separator)
    } catch {
      throw error.fault(in: window)
    }
    window.consume(row.count, lines: row.lines)
  }

  /// Makes the next row the tape of `row`. Nil at the end.
  mutating func next(_ window: inout InputWindow) throws -> Row? {
    guard var found = try nextRow(&window) else { return nil }
    do throws(LocatedFault) {
      try read(window.bytes.span.extracting(window.unread.prefix(found.count)))
    } catch {
      found.fault = error
    }
    return found
  }

  /// Finds the end of the next row: the first line end with an even number of quotes before it.
  private func nextRow(_ window: inout InputWindow) throws -> Row? {
    try window.skipLineEnds()
    var (end, lines, quotes) = (0, 0, 0)
    while true {
      let found = window.offset(of: 0x0A, from: end)
      let next = found ?? window.unread.count
      quotes += window.count(of: UInt8(ascii: "\""), in: end..<next)
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

  private mutating func read(_ bytes: Span<UInt8>) throws(LocatedFault) {
    try Self.check(bytes)
    var cells = DelimitedCells(bytes, separator)
    row.begin()
    row.openContainer(.object, origin: 0)
    var column = 0
    while let cell = try cells.next(bytes) {
      if column < names.count, !cell.isAbsent {
        row.addString(copying: names[column], origin: cell.start)
        row.addString(origin: cell.start) { cell.write(bytes, to: &$0) }
      }
      column += 1
    }
    guard column == names.count else {
      throw LocatedFault(
        offset: 0, reason: "the row has \(column) cells, and the table \(names.count) columns",
        advice: "check the quotes and the line ends of the table")
    }
    row.closeContainer(origin: bytes.count)
    row.end()
  }

  /// The names of the columns, each of them different.
  static func names(
    in bytes: Span<UInt8>, _ separator: UInt8
  ) throws(LocatedFault) -> [[UInt8]] {
    try check(bytes)
    var cells = DelimitedCells(bytes, separator)
    var names: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    while let cell = try cells.next(bytes) {
      var name: [UInt8] = []
      cell.write(bytes, to: &name)
      guard name.count <= maxName else {
        throw LocatedFault(
          offset: cell.start, reason: "a column's name is longer than \(maxName) bytes",
          advice: "check that the first row names the columns")
      }
      guard cell.isQuoted || !name.contains(0x0D) else {
        throw LocatedFault(
          offset: cell.start, reason: "its lines end in carriage returns alone",
          advice: "convert it: tr '\\r' '\\n'")
      }
      guard seen.insert(name).inserted else {
        throw LocatedFault(
          offset: cell.start,
          reason: "two columns are named '\(String(decoding: name, as: UTF8.self))'",
          advice: "rename one of them")
      }
      names.append(name)
    }
    return names
  }

  /// Each row repeats the names of the columns that the type does not know.
  static let maxName = 1_024

  /// - Throws: for what is no UTF-8, and for U+0000, at which SQLite would cut the text.
  private static func check(_ bytes: Span<UInt8>) throws(LocatedFault) {
    if let offset = bytes.firstIndex(of: 0, from: 0) {
      throw LocatedFault(
        offset: offset, reason: "the text holds U+0000, which SQLite can't keep", advice: nil)
    }
    if !UTF8Check.isValid(bytes), let offset = UTF8Bytes.firstFault(in: bytes) {
      throw LocatedFault(
        offset: offset, reason: "this is no UTF-8", advice: "convert the table to UTF-8")
    }
  }
}
