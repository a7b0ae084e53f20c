internal import AssetFormats
internal import Assets

/// An ingest before it takes the store: its type, its context and the first of its records. A pipe that says nothing
/// yet holds up nobody, and what is refused here has made no store.
struct PreparedIngest: ~Copyable {
  let request: IngestRequest
  let type: AssetType
  let context: MappingContext
  private var next = 0
  private var reader: RecordReader?
  private var first: RecordBatch?
  /// Of the input that is being read, in bytes; nil for a pipe.
  private var size: Int?
  private var records = 0

  /// Reads the first records. (A function: an initialiser of a noncopyable type can't throw half-way.)
  static func read(_ request: IngestRequest, type: AssetType) throws -> PreparedIngest {
    let context = try MappingContext(for: type, account: request.account, values: request.values)
    try RejectsFile.requireFree(request)
    var prepared = PreparedIngest(request, type, context)
    try prepared.openNext()
    return prepared
  }

  private init(_ request: IngestRequest, _ type: AssetType, _ context: MappingContext) {
    self.request = request
    self.type = type
    self.context = context
  }

  private mutating func openNext() throws {
    guard next < request.sources.count else { return reader = nil }
    let file =
      switch request.sources[next] {
      case .file(let path): try File.open(reading: path)
      case .standardInput: File.standardInput()
      }
    let status = try file.status()
    size = status.isRegular ? status.size : nil
    var opened = RecordReader(
      file, type: type, context: context, format: request.format, path: request.path,
      recordLimit: request.recordLimit, isStrict: request.isStrict,
      keepsRejections: request.rejectsPath != nil)
    first = try opened.next()
    reader = consume opened
    next += 1
  }

  /// Lends each batch of each input in turn.
  ///
  /// - Parameter finish: told when an input has been read.
  mutating func forEachBatch(
    _ body: (RecordBatch, IngestProgress) throws -> Void,
    finish: (IngestRequest.Source, RecordReader.Summary) throws -> Void
  ) throws {
    while reader != nil {
      let source = request.sources[next - 1]
      while let batch = try nextBatch() {
        records += batch.count
        let progress = IngestProgress(
          source: source.name, bytesRead: reader?.fileBytes ?? 0, totalBytes: size,
          records: records)
        try body(batch, progress)
      }
      if let summary = reader?.summary { try finish(source, summary) }
      try openNext()
    }
  }

  private mutating func nextBatch() throws -> RecordBatch? {
    if let batch = first {
      first = nil
      return batch
    }
    return try reader?.next()
  }
}
