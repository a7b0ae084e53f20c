internal import AssetCatalogue
package import AssetFiles
internal import AssetJSON
package import Assets

/// Reads one export, plain or packed, in a single pass and in bounded memory: gives its records in batches, mapped to a
/// type's fields.
package struct RecordReader: ~Copyable {
  var window: InputWindow
  private var parser = JSONParser()
  var interpreter: Interpreter
  private let patience: Int
  private var hasBegun = false
  /// One of the three, by the kind of the text; none for an empty input.
  private(set) var framer: JSONFramer?
  var table: DelimitedReader?
  var yaml: YAMLReader?
  private(set) var delimitedFormat: ExportFormat?

  /// How many records it has given.
  package private(set) var count = 0
  /// How many records it has rejected.
  package internal(set) var rejected = 0
  /// Those that have not been handed on yet.
  var rejections: [Rejection] = []
  /// Whether the export says that there is more than it holds.
  package var isPartial: Bool { interpreter.saysMore }
  /// How much of the file has been read, in bytes, packed where it is: to be held against its size.
  package var fileBytes: Int { window.fileBytes }

  /// How large one record may be by default, in bytes.
  package static let recordLimit = 64 << 20

  /// - Parameters:
  ///   - format: nil to find it from the content.
  ///   - path: the names of the members that lead to the list of records, joined by dots, where an object wraps them in
  ///     a way that is not known.
  ///   - recordLimit: how large one record may be, in bytes.
  ///   - patience: how many bytes of an object are waited for before its records are read one by one.
  ///   - keepsRejections: whether a record that is refused is left out and told with its batch, and the others read.
  /// - Throws: a `usage` fault for a given value that the type can't hold.
  package static func open(
    _ file: consuming File, types: RecordTypes, format: ExportFormat? = nil, path: String? = nil,
    recordLimit: Int = Self.recordLimit, patience: Int = 1 << 20, keepsRejections: Bool = false
  ) throws -> RecordReader {
    let sink = try RecordSink(types, keepsRefusals: keepsRejections)
    // What is waited for has to find room.
    return RecordReader(
      window: InputWindow(ByteSource(file), limit: recordLimit),
      interpreter: Interpreter(sink, format: format, path: path),
      patience: min(patience, recordLimit))
  }

  private init(
    window: consuming InputWindow, interpreter: consuming Interpreter, patience: Int
  ) {
    self.window = window
    self.interpreter = interpreter
    self.patience = patience
  }

  /// The next records; nil at the end.
  ///
  /// - Throws: an `input` fault with its place for what is no record of the type; where rejections are kept, for what
  ///   makes it impossible to tell where the next record begins, or says that the export is another than it was taken
  ///   for.
  package mutating func next() throws -> RecordBatch? {
    if !hasBegun { try begin() }
    while true {
      if let batch = try interpreter.sink.fullBatch() { return hand(on: batch) }
      if interpreter.sink.isSated { return nil }
      if rejections.count >= Self.maxRejections { return hand(on: RecordBatch(of: nil)) }
      guard try readOn() else { break }
    }
    if let batch = try interpreter.sink.lastBatch() { return hand(on: batch) }
    return rejections.isEmpty ? nil : hand(on: RecordBatch(of: nil))
  }

  /// The types that were made of records whose kind no type is known for.
  package var inferredTypes: [AssetType] { interpreter.sink.inferredTypes }

  private static let maxRejections = 4_096

  private mutating func hand(on batch: consuming RecordBatch) -> RecordBatch {
    count += batch.count
    batch.add(rejections)
    rejections = []
    return batch
  }

  private mutating func begin() throws {
    hasBegun = true
    interpreter.sink.source = window.name
    switch try InputLayout(&window, sink: interpreter.sink, format: interpreter.format) {
    case .empty:
      guard interpreter.format == .ndjson else { throw emptyFault }
    case .json:
      framer = try JSONFramer(
        &window, patience: patience, isLines: interpreter.format == .ndjson)
    case .yaml: yaml = try YAMLReader(&window)
    case .table(let layout):
      table = try begin(layout)
      delimitedFormat = layout.format
    }
  }

  private var emptyFault: Fault {
    Fault(
      .input, what: window.name, why: "it is empty, as a command that failed leaves it",
      advice: "if it is an export of nothing, say so with --format ndjson", place: window.place)
  }

  /// Reads one more piece of the input; false at its end.
  private mutating func readOn() throws -> Bool {
    guard framer != nil else { return try yaml == nil ? readRow() : readYAML() }
    guard let piece = try framer?.next(&window) else { return false }
    switch piece {
    case .value(let count), .record(let count, _), .other(let count, _, _):
      try read(piece, count: count)
    case .tooLarge(let count): try look(at: count)
    case .end(let hasReachedRecords):
      interpreter.leave()
      if !hasReachedRecords, let reason = interpreter.missedPath {
        throw LocatedFault(offset: 0, reason: reason, advice: nil).fault(in: window)
      }
    }
    return true
  }

  private mutating func read(_ piece: JSONFramer.Piece, count: Int) throws {
    let place = window.place
    do {
      try parse(window.bytes, at: window.unread.prefix(count)) {
        tape, interpreter throws(ValueFault) in
        switch piece {
        case .record(_, let name): try interpreter.takePart(tape, named: name, at: place)
        case .other(_, let name, let isElement):
          try interpreter.notePart(tape, named: name, isElement: isElement, at: place)
        default: try interpreter.read(tape, at: place)
        }
      }
    } catch let fault as JSONFault {
      guard interpreter.sink.refusals.areKept, framer?.canSkip(piece) == true else {
        throw told(fault)
      }
      reject(fault, count: count)
    }
    takeRejections()
    window.consume(count, lines: framer?.layout == .lines ? 0 : nil)
  }

  private func told(_ fault: JSONFault) -> Fault {
    fault.fault(
      window.name, at: window.place(at: fault.offset), advice: "mend the export, or make it again")
  }

  /// Looks at the first bytes of an object that is too large to be parsed as a whole, and goes into it if it wraps
  /// records. Else it may be a record itself, and has to be waited for.
  private mutating func look(at count: Int) throws {
    var found: Outline?
    let guess = framer?.guess(at: count, in: window) ?? .byAll
    let beginning = window.unread.prefix(count)
    if let sample = JSONSample.close(window.bytes.span.extracting(beginning)) {
      let padded = sample + [UInt8](repeating: 0, count: JSONParser.padding)
      do {
        try parse(padded, at: sample.indices) { tape, interpreter throws(ValueFault) in
          found = try interpreter.findOutline(tape, guess: guess)
        }
      } catch let fault as JSONFault {
        throw told(fault)
      }
    }
    guard let outline = found, !outline.isWhole else { return framer?.wait() ?? () }
    interpreter.enter(outline)
    try framer?.enter(outline, in: &window)
  }

  private mutating func parse(
    _ bytes: [UInt8], at range: Range<Int>,
    body: (borrowing JSONTape, inout Interpreter) throws(ValueFault) -> Void
  ) throws {
    do {
      try parser.parse(bytes, at: range, allowsFlaws: true) { tape in
        do throws(ValueFault) {
          try body(tape, &interpreter)
        } catch {
          throw error.located(on: tape)
        }
      }
    } catch let fault as LocatedFault {
      throw fault.fault(in: window)
    }
  }
}
