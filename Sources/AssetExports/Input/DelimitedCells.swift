internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The cells of one row, one after the other.
struct DelimitedCells {
  private let separator: UInt8
  /// Where the next cell begins; nil behind the last.
  private var at: Int? = 0
  private let end: Int

  struct Cell {
    /// Where it begins, quote included.
    let start: Int
    /// Between the quotes where it has them.
    let content: Range<Int>
    let isQuoted: Bool
    /// Whether quotes are doubled in it.
    let hasQuotes: Bool

    var isAbsent: Bool { content.isEmpty && !isQuoted }

    /// Appends the text of the cell.
    func write(_ row: Span<UInt8>, to text: inout [UInt8]) {
      guard hasQuotes else { return text.append(span: row.extracting(content)) }
      var start = content.lowerBound
      while let quote = row.firstIndex(of: UInt8(ascii: "\""), from: start),
        quote < content.upperBound
      {
        text.append(span: row.extracting(start..<quote + 1))
        start = quote + 2
      }
      text.append(span: row.extracting(start..<content.upperBound))
    }
  }

  /// - Parameter row: without its line feed; a carriage return at its end belongs to the line end.
  init(_ row: Span<UInt8>, _ separator: UInt8) {
    self.separator = separator
    end = row.count > 0 && row[row.count - 1] == 0x0D ? row.count - 1 : row.count
  }

  /// The next cell; nil behind the last.
  mutating func next(_ row: Span<UInt8>) throws(LocatedFault) -> Cell? {
    guard let start = at else { return nil }
    let cell =
      start < end && row[start] == UInt8(ascii: "\"")
      ? try quoted(row, start) : try bare(row, start)
    let close = cell.content.upperBound + (cell.isQuoted ? 1 : 0)
    guard close == end || row[close] == separator else {
      throw LocatedFault(
        offset: close, reason: "the cell goes on behind its closing quote",
        advice: "double the quotes inside of quoted cells")
    }
    at = close == end ? nil : close + 1
    return cell
  }

  private func bare(_ row: Span<UInt8>, _ start: Int) throws(LocatedFault) -> Cell {
    var close = start
    while close < end, row[close] != separator {
      guard row[close] != UInt8(ascii: "\"") else {
        throw LocatedFault(
          offset: close, reason: "a quote stands inside of a cell that has none around it",
          advice: "quote the whole cell and double the quotes inside of it")
      }
      close += 1
    }
    return Cell(start: start, content: start..<close, isQuoted: false, hasQuotes: false)
  }

  private func quoted(_ row: Span<UInt8>, _ start: Int) throws(LocatedFault) -> Cell {
    var (next, hasQuotes) = (start + 1, false)
    while let quote = row.firstIndex(of: UInt8(ascii: "\""), from: next), quote < end {
      guard quote + 1 < end, row[quote + 1] == UInt8(ascii: "\"") else {
        return Cell(
          start: start, content: start + 1..<quote, isQuoted: true, hasQuotes: hasQuotes)
      }
      (next, hasQuotes) = (quote + 2, true)
    }
    throw LocatedFault(
      offset: start, reason: "the cell's closing quote is missing",
      advice: "check that the file is whole, and double the quotes inside of quoted cells")
  }
}
