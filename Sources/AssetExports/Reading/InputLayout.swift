internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What kind of text an input is.
enum InputLayout {
  case empty
  case json
  case yaml
  case table(TableLayout)

  /// Reads as much of the input as it takes to tell.
  ///
  /// - Throws: an `input` fault for what can't be read, with the reason and what to do about it.
  init(
    _ window: inout InputWindow, sink: borrowing RecordSink, format: ExportFormat?
  ) throws {
    try Signature.skipMark(&window)
    if let format, !format.separators.isEmpty {
      var search = TableSearch(format: format)
      self = try search.find(&window, sink: sink).map(InputLayout.table) ?? .empty
      return
    }
    var start = 0
    while let byte = try window.byte(at: start), JSONScalars.isSpace(byte), start < Self.maxSpace {
      start += 1
    }
    guard start < Self.maxSpace else {
      throw Fault(
        .input, what: window.name,
        why: "it begins with more than \(Self.maxSpace >> 10) KiB of white space",
        advice: "take that away", place: window.place)
    }
    // A line of JSON may be all of the export: it is not waited for.
    switch try window.byte(at: start) {
    case nil: self = .empty
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = format == .yaml ? .yaml : .json
    default: self = try Self.text(&window, from: start, sink: sink, format: format)
    }
  }

  /// What a text is that begins there and is neither an object nor a list.
  private static func text(
    _ window: inout InputWindow, from start: Int, sink: borrowing RecordSink, format: ExportFormat?
  ) throws -> InputLayout {
    if format == .yaml { return .yaml }
    if format == nil {
      var search = TableSearch(format: nil)
      if let table = try search.find(&window, sink: sink) { return .table(table) }
    }
    let line = try window.firstLine(from: start, upTo: TableLayout.maxLine)
    if let fault = FailedCommand.fault(of: line, in: window) { throw fault }
    let first = try firstLineBelowComments(&window, from: start)
    if format == nil, YAMLReader.mayBegin(with: first), try !Signature.isLossy(line, in: &window) {
      return .yaml
    }
    throw try Signature.refusal(of: line, in: &window)
  }

  /// The first line that is no comment of YAML's.
  private static func firstLineBelowComments(
    _ window: inout InputWindow, from start: Int
  ) throws -> ArraySlice<UInt8> {
    var at = start
    while at < maxSpace {
      let line = try window.firstLine(from: at, upTo: TableLayout.maxLine)
      let isComment = line.first == UInt8(ascii: "#") || line.allSatisfy(JSONScalars.isSpace)
      guard isComment, try window.byte(at: at + line.count) != nil else { return line }
      at += line.count + 1
    }
    return []
  }

  private static let maxSpace = 1 << 16
}

extension InputWindow {
  /// The line that begins at an offset from the first unread byte, or as much of it as is worth looking at.
  mutating func firstLine(from start: Int, upTo limit: Int) throws -> ArraySlice<UInt8> {
    var end = start
    while end - start < limit {
      if let found = offset(of: 0x0A, from: end) {
        end = min(found, start + limit)
        break
      }
      end = unread.count
      guard try fill() else { break }
    }
    return bytes[unread][(unread.lowerBound + start)...].prefix(end - start)
  }
}
