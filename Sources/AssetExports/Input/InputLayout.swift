internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What kind of text an input is.
enum InputLayout {
  case empty
  case json
  case table(ExportFormat, separator: UInt8)

  /// Reads as much of the input as it takes to tell.
  ///
  /// - Throws: an `input` fault for what can't be read, with the reason and what to do about it.
  init(
    _ window: inout InputWindow, _ sink: borrowing RecordSink, format: ExportFormat?
  ) throws {
    try Signature.skipMark(&window)
    if let format, !format.separators.isEmpty {
      let line = try Self.firstLine(&window, from: 0)
      self = line.isEmpty ? .empty : Self.best([format], line, sink).layout
      return
    }
    var start = 0
    while let byte = try window.byte(at: start), JSONScalars.isSpace(byte), start < Self.maxSpace {
      start += 1
    }
    guard start < Self.maxSpace else {
      throw Fault(
        .input, window.name,
        why: "it begins with more than \(Self.maxSpace >> 10) KiB of white space",
        advice: "take that away", place: window.place)
    }
    // A line of JSON may be all of the export: it is not waited for.
    switch try window.byte(at: start) {
    case nil: self = .empty
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
    default: self = try Self.text(&window, start, sink, format)
    }
  }

  /// The table that a text from there on is.
  private static func text(
    _ window: inout InputWindow, _ start: Int, _ sink: borrowing RecordSink, _ format: ExportFormat?
  ) throws -> InputLayout {
    let line = try firstLine(&window, from: start)
    guard line.contains(where: { !JSONScalars.isSpace($0) }) else { return .empty }
    guard format == nil, let table = table(line, sink) else {
      throw Signature.refusal(of: line, window)
    }
    return table
  }

  /// The line that begins there, or as much of it as is worth looking at.
  private static func firstLine(
    _ window: inout InputWindow, from start: Int
  ) throws -> ArraySlice<UInt8> {
    var end = start
    while end - start < maxLine {
      if let found = window.offset(of: 0x0A, from: end) {
        end = min(found, start + maxLine)
        break
      }
      end = window.unread.count
      guard try window.fill() else { break }
    }
    return window.bytes[window.unread][(window.unread.lowerBound + start)...].prefix(end - start)
  }

  private static let maxSpace = 1 << 16
  private static let maxLine = 1 << 20

  /// The kind of table whose first line this is: the one with the most columns that the type knows; nil if none has one.
  private static func table(_ line: ArraySlice<UInt8>, _ sink: borrowing RecordSink) -> InputLayout?
  {
    let best = best([.csv, .tsv], line, sink)
    guard best.known > 0 else { return nil }
    // The first word of a line of the AWS CLI's text output may be a field's name, but not most of them.
    let words = Signature.words(of: line)
    if Signature.isCLIText(words), countKnown(line, UInt8(ascii: "\t"), sink) * 2 <= words.count {
      return nil
    }
    return best.layout
  }

  private static func best(
    _ formats: [ExportFormat], _ line: ArraySlice<UInt8>, _ sink: borrowing RecordSink
  ) -> (layout: InputLayout, known: Int) {
    var best: (layout: InputLayout, known: Int) = (.empty, -1)
    for format in formats {
      for separator in format.separators {
        let known = countKnown(line, separator, sink)
        if known > best.known { best = (.table(format, separator: separator), known) }
      }
    }
    return best
  }

  /// How many of the columns the type knows.
  private static func countKnown(
    _ line: ArraySlice<UInt8>, _ separator: UInt8, _ sink: borrowing RecordSink
  ) -> Int {
    let bytes = Array(line)
    var cells = DelimitedCells(bytes.span, separator)
    var (count, name) = (0, [UInt8]())
    while let cell = (try? cells.next(bytes.span)) ?? nil {
      name.removeAll(keepingCapacity: true)
      cell.write(bytes.span, to: &name)
      if sink.knowsColumn(name.span) { count += 1 }
    }
    return count
  }
}
