internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What kind of table a text is, and where it begins.
struct TableLayout {
  let format: ExportFormat
  let style: CellStyle
  /// Whether its cells may yet turn out to have escapes.
  var isStyleOpen: Bool { format == .tsv && !isGiven && !style.hasEscapes }
  /// How many bytes stand before the row that names the columns.
  var bytesAbove = 0
  /// The first line of what is lost there; nil if nothing is.
  var lineAbove: String?
  /// Whether the format was given by who ingests.
  var isGiven = false

  static let maxLine = 1 << 20
}

/// Looks for the row that names the columns: mostly the first, but reports begin with other lines.
struct TableSearch {
  private let formats: [ExportFormat]
  private let isGiven: Bool
  /// Where a line said so.
  private var separator: UInt8?

  /// How many lines are looked at, and how many bytes behind which no further one is begun.
  private static let maxLines = 40
  private static let maxBytes = 1 << 16

  /// - Parameter format: nil if the text may be no table at all.
  init(format: ExportFormat?) {
    isGiven = format != nil
    formats = format.map { [$0] } ?? [.csv, .tsv]
  }

  /// The table that the text is; nil if none of its first lines names a field.
  mutating func find(
    _ window: inout InputWindow, sink: borrowing RecordSink
  ) throws -> TableLayout? {
    var (at, best) = (0, Candidate?.none)
    var above: String?
    for number in 0..<Self.maxLines where number == 0 || at < Self.maxBytes {
      guard try window.byte(at: at) != nil else { break }
      let line = try window.firstLine(from: at, upTo: TableLayout.maxLine)
      defer { at += line.count + 1 }
      let text = line.last == 0x0D ? line.dropLast() : line
      guard !text.allSatisfy(JSONScalars.isSpace), !takeDirective(text, isFirst: best == nil)
      else { continue }
      if let found = candidate(text, at: at, above: above, sink: sink),
        found.known > (best?.known ?? 0)
      {
        best = found
      } else if best == nil, isGiven {
        if let fault = FailedCommand.fault(of: text, in: window) { throw fault }
        best = Candidate(
          layout: layout(likeliest(text, sink: sink), from: at, above: nil), known: 0)
      }
      if above == nil { above = String(decoding: text, as: UTF8.self) }
    }
    guard let best else { return nil }
    try refuseRuled(window, behind: best.layout)
    return best.layout
  }

  private struct Candidate {
    let layout: TableLayout
    /// How many of the columns are fields.
    let known: Int
  }

  /// `sep=;`, which Excel writes and reads, and `#TYPE …`, which PowerShell writes.
  private mutating func takeDirective(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    guard isFirst else { return false }
    let word = line.filter { $0 != UInt8(ascii: "\"") }
    if word.count == 5, word.starts(with: Array("sep=".utf8)) {
      separator = word[4]
      return true
    }
    return line.starts(with: Array("#TYPE ".utf8))
  }

  /// The table that a line may be the header of; nil if it names too few fields.
  private func candidate(
    _ line: ArraySlice<UInt8>, at start: Int, above: String?, sink: borrowing RecordSink
  ) -> Candidate? {
    var best: Candidate?
    for format in formats {
      for byte in separator.map({ [$0] }) ?? format.separators {
        let (known, cells) = count(line, separator: byte, sink: sink)
        // The first word of a line of the AWS CLI's text output may be a field's name, but not most of them. And a
        // line further down has to look like a header.
        let words = Signature.words(of: line)
        let isText = byte == UInt8(ascii: "\t") && Signature.isCLIText(words)
        guard known > (best?.known ?? 0), known * 2 > cells || !isText && above == nil,
          above == nil || cells > 1
        else { continue }
        best = Candidate(layout: layout(byte, from: start, above: above), known: known)
      }
    }
    return best
  }

  /// Of a table whose columns are none of them known: what separates the most.
  private func likeliest(_ line: ArraySlice<UInt8>, sink: borrowing RecordSink) -> UInt8 {
    let separators = separator.map { [$0] } ?? formats[0].separators
    var counts: [Int] = []
    for byte in separators { counts.append(count(line, separator: byte, sink: sink).cells) }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }

  private func layout(_ byte: UInt8, from start: Int, above: String?) -> TableLayout {
    let format =
      isGiven ? formats[0] : byte == UInt8(ascii: "\t") ? ExportFormat.tsv : ExportFormat.csv
    var layout = TableLayout(
      format: format, style: CellStyle(separator: byte, hasEscapes: format == .copy))
    layout.bytesAbove = start
    layout.lineAbove = above
    layout.isGiven = isGiven
    return layout
  }

  /// How many of the columns are fields, and how many there are.
  private func count(
    _ line: ArraySlice<UInt8>, separator: UInt8, sink: borrowing RecordSink
  ) -> (known: Int, cells: Int) {
    let bytes = Array(line)
    var cells = DelimitedCells(bytes.span, style: CellStyle(separator: separator))
    var (known, all, name) = (0, 0, [UInt8]())
    while let cell = (try? cells.next(bytes.span)) ?? nil {
      name.removeAll(keepingCapacity: true)
      guard (try? cell.write(bytes.span, to: &name)) != nil else { continue }
      if sink.knowsColumn(name.span) { known += 1 }
      all += 1
    }
    return (known, all)
  }

  /// A table with a ruled line below its header is drawn for people.
  private func refuseRuled(
    _ window: borrowing InputWindow, behind layout: TableLayout
  ) throws {
    let rest = window.bytes[window.unread].dropFirst(layout.bytesAbove)
    let second = rest.drop { $0 != 0x0A }.dropFirst().prefix { $0 != 0x0A }
    let isRuled =
      second.count(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }) > 2
      && second.allSatisfy { "-+|=: \r\t".utf8.contains($0) }
    if isRuled { throw Signature.drawnTable(window) }
  }
}
