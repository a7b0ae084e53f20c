internal import AssetExports
internal import AssetFiles
internal import Assets

/// The inputs of an ingest, read one after the other.
///
/// May go to another thread: it can't be copied, and what it refers to is its own.
struct RecordInputs: ~Copyable, @unchecked Sendable {
  private let request: IngestRequest
  private var types: RecordTypes
  /// Ends its waits for input.
  let interruption: ReadInterruption
  private var position = 0
  private var reader: RecordReader?
  private var first: RecordBatch?
  /// Of the input that is being read, in bytes; nil for a pipe.
  private var size: Int?
  private var records = 0

  /// Reads the first records. (A function: an initialiser of a noncopyable type can't throw half-way.)
  static func open(
    _ request: IngestRequest, types: RecordTypes
  ) throws -> RecordInputs {
    var inputs = RecordInputs(request, types: types, interruption: try ReadInterruption())
    try inputs.openNext()
    return inputs
  }

  private init(
    _ request: IngestRequest, types: RecordTypes, interruption: ReadInterruption
  ) {
    self.request = request
    self.types = types
    self.interruption = interruption
  }

  private mutating func openNext() throws {
    guard position < request.sources.count else {
      reader = nil
      return
    }
    let file =
      switch request.sources[position] {
      case .file(let path): try File.open(reading: path, interruptedBy: interruption)
      case .standardInput: File.standardInput(interruptedBy: interruption)
      }
    let status = try file.status()
    size = status.isRegular ? status.size : nil
    var opened = try RecordReader.open(
      file, types: types, format: request.format, path: request.path,
      recordLimit: request.recordLimit,
      keepsRejections: request.rejectsPath != nil)
    first = try opened.next()
    reader = consume opened
    position += 1
  }

  /// What comes next; nil at the end.
  mutating func next() throws -> RecordFeedItem? {
    guard reader != nil else { return nil }
    let source = request.sources[position - 1].name
    if let batch = try nextBatch() {
      records += batch.count
      return .records(
        batch,
        IngestProgress(
          source: source, bytesRead: reader?.fileBytes ?? 0, totalBytes: size, records: records))
    }
    let summary = reader?.summary
    types.add(reader?.inferredTypes ?? [])
    try openNext()
    return summary.map { .end(source: source, $0) }
  }

  private mutating func nextBatch() throws -> RecordBatch? {
    if let batch = first {
      first = nil
      return batch
    }
    return try reader?.next()
  }
}
