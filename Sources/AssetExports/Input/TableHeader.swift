internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The columns of a table, and what tells its rows from what else stands between them.
struct TableHeader {
  /// Each of them different.
  private(set) var names: [[UInt8]] = []
  /// As they stand in the table.
  private var line: [UInt8] = []

  /// Each row repeats the names of the columns that the type does not know.
  static let maxName = 1_024

  init() {}

  init(_ bytes: Span<UInt8>, style: CellStyle) throws(LocatedFault) {
    try Self.requireUTF8(bytes)
    var cells = DelimitedCells(bytes, style: style)
    var seen: Set<[UInt8]> = []
    while let cell = try cells.next(bytes) {
      var name: [UInt8] = []
      try cell.write(bytes, to: &name)
      try Self.check(name, cell: cell)
      // Spreadsheets leave columns behind that were emptied.
      if name.isEmpty { name = Array("column \(names.count + 1)".utf8) }
      guard seen.insert(name).inserted else {
        throw LocatedFault(
          offset: cell.start,
          reason: "two columns are named '\(String(decoding: name, as: UTF8.self))'",
          advice: "rename one of them")
      }
      names.append(name)
    }
    line = Self.withoutLineEnd(bytes)
  }

  private static func check(
    _ name: [UInt8], cell: DelimitedCells.Cell
  ) throws(LocatedFault) {
    guard name.count <= maxName else {
      throw LocatedFault(
        offset: cell.start, reason: "a column's name is longer than \(maxName) bytes",
        advice: "check that the first row names the columns")
    }
    guard !name.contains(0) else {
      throw LocatedFault(
        offset: cell.start, reason: "a column's name holds U+0000", advice: "rename it")
    }
    guard cell.isQuoted || !name.contains(0x0D) else {
      throw LocatedFault(
        offset: cell.start, reason: "its lines end in carriage returns alone",
        advice: "convert it: tr '\\r' '\\n'")
    }
  }

  private static func withoutLineEnd(_ bytes: Span<UInt8>) -> [UInt8] {
    var line = Array(copying: bytes)
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// - Throws: for what is no UTF-8.
  static func requireUTF8(_ bytes: Span<UInt8>) throws(LocatedFault) {
    if !UTF8Check.isValid(bytes), let offset = UTF8Bytes.firstFault(in: bytes) {
      throw LocatedFault(
        offset: offset, reason: "this is no UTF-8", advice: "convert the table to UTF-8")
    }
  }
}

/// Why a row of a table is no record.
enum RowSkip: Hashable {
  /// It has nothing in it.
  case empty
  /// It names the columns again, as where two tables were put together.
  case header
  /// It sums up the others.
  case total
  /// It says how many rows there are.
  case footer

  /// Nil for what need not be told.
  var rule: String? {
    switch self {
    case .empty, .footer: nil
    case .header: "header-twice"
    case .total: "total-row"
    }
  }

  var text: String {
    switch self {
    case .header: "the row names the columns again and is no record"
    default: "the row sums up others and is no record"
    }
  }
}

extension TableHeader {
  /// Why a row is no record; nil if it is one.
  ///
  /// - Parameters:
  ///   - cells: how many it has.
  ///   - filled: how many of them are not empty.
  func skip(_ row: Span<UInt8>, style: CellStyle, cells: Int, filled: Int) -> RowSkip? {
    if names.count > 1, filled == 0, cells > 1 { return .empty }
    // Most rows are full, and differ from the header at once.
    if isHeader(row) { return .header }
    guard filled < names.count, filled * 2 <= names.count || cells == 1,
      let word = firstWord(row, style: style)
    else { return nil }
    if cells == 1, names.count > 1, Self.isRowCount(word) { return .footer }
    return filled > 0 && Self.totals.contains(word) && cells == names.count ? .total : nil
  }

  private func isHeader(_ row: Span<UInt8>) -> Bool {
    let start = row.count > 2 && row[0] == 0xEF && row[1] == 0xBB && row[2] == 0xBF ? 3 : 0
    let end = row.count > start && row[row.count - 1] == 0x0D ? row.count - 1 : row.count
    return line.span.isIdentical(inBytesTo: row.extracting(start..<end))
  }

  /// The first cell that is not empty, in lower case.
  private func firstWord(_ row: Span<UInt8>, style: CellStyle) -> String? {
    var cells = DelimitedCells(row, style: style)
    while let cell = (try? cells.next(row)) ?? nil {
      guard !cell.content.isEmpty, cell.content.count < 40 else { continue }
      let text = String(copying: row.extracting(cell.content)).lowercased()
      return String(text.filter { $0 != ":" })
    }
    return nil
  }

  /// `(2 rows)`.
  private static func isRowCount(_ word: String) -> Bool {
    let words = word.split(separator: " ")
    return words.count == 2 && word.hasPrefix("(") && Int(words[0].dropFirst()) != nil
      && (words[1] == "rows)" || words[1] == "row)")
  }

  private static let totals: Set = [
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt",
  ]
}
