internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The cells of one row, one after the other.
struct DelimitedCells {
  private let style: CellStyle
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
    var hasQuotes = false
    /// Whether backslashes escape in it.
    var hasEscapes = false
    /// Whether it is `\N`, which databases write for null.
    var isNull = false

    var isAbsent: Bool { isNull || content.isEmpty && !isQuoted }

    /// Appends the text of the cell.
    func write(_ row: Span<UInt8>, to text: inout [UInt8]) throws(LocatedFault) {
      if hasEscapes { return try writeUnescaped(row, to: &text) }
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

    private func writeUnescaped(
      _ row: Span<UInt8>, to text: inout [UInt8]
    ) throws(LocatedFault) {
      var index = content.lowerBound
      while index < content.upperBound {
        guard row[index] == UInt8(ascii: "\\") else {
          text.append(row[index])
          index += 1
          continue
        }
        let letter = index + 1 < content.upperBound ? row[index + 1] : 0
        guard let byte = CellStyle.escape(letter) else {
          throw LocatedFault(
            offset: index, reason: "this backslash escapes nothing, and others of the table do",
            advice: "give --format tsv if all of them are meant as they stand")
        }
        text.append(byte)
        index += 2
      }
    }
  }

  /// - Parameter row: without its line feed; a carriage return at its end belongs to the line end.
  init(_ row: Span<UInt8>, style: CellStyle) {
    self.style = style
    end = row.count > 0 && row[row.count - 1] == 0x0D ? row.count - 1 : row.count
  }

  /// The next cell; nil behind the last.
  mutating func next(_ row: Span<UInt8>) throws(LocatedFault) -> Cell? {
    guard let start = at else { return nil }
    let isQuoted = !style.hasEscapes && start < end && row[start] == UInt8(ascii: "\"")
    let cell = isQuoted ? try quoted(row, from: start) : try bare(row, from: start)
    let close = cell.content.upperBound + (cell.isQuoted ? 1 : 0)
    guard close == end || row[close] == style.separator else {
      throw LocatedFault(
        offset: close, reason: "the cell goes on behind its closing quote",
        advice: "double the quotes inside of quoted cells")
    }
    at = close == end ? nil : close + 1
    return cell
  }

  private func bare(_ row: Span<UInt8>, from start: Int) throws(LocatedFault) -> Cell {
    var (close, hasBackslash) = (start, false)
    while close < end, row[close] != style.separator {
      guard style.hasEscapes || row[close] != UInt8(ascii: "\"") else {
        throw LocatedFault(
          offset: close, reason: "a quote stands inside of a cell that has none around it",
          advice: "quote the whole cell and double the quotes inside of it")
      }
      if row[close] == UInt8(ascii: "\\") { hasBackslash = true }
      close += 1
    }
    let isNull = hasBackslash && close == start + 2 && row[start + 1] == UInt8(ascii: "N")
    return Cell(
      start: start, content: start..<close, isQuoted: false,
      hasEscapes: hasBackslash && style.hasEscapes, isNull: isNull)
  }

  private func quoted(_ row: Span<UInt8>, from start: Int) throws(LocatedFault) -> Cell {
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
