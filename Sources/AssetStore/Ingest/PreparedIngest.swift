internal import AssetFormats
internal import Assets

/// An ingest before it takes the store: its type, its context and the first of its records. A pipe that says nothing
/// yet holds up nobody, and what is refused here has made no store.
struct PreparedIngest: ~Copyable {
  let request: IngestRequest
  let type: AssetType
  let context: MappingContext
  private var inputs: RecordInputs?

  /// Reads the first records. (A function: an initialiser of a noncopyable type can't throw half-way.)
  static func read(_ request: IngestRequest, type: AssetType) throws -> PreparedIngest {
    let context = try MappingContext(for: type, account: request.account, values: request.values)
    try RejectsFile.requireFree(request)
    let inputs = try RecordInputs.open(request, type, context)
    return PreparedIngest(request: request, type: type, context: context, inputs: inputs)
  }

  /// Goes on reading, on a thread of its own. Call it once.
  mutating func startReading() throws -> ReadAhead {
    guard let inputs = inputs.take() else { preconditionFailure("the inputs are read once") }
    return try ReadAhead.start(inputs)
  }
}
