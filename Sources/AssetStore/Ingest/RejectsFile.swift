internal import AssetExports
internal import AssetFiles
internal import Assets

/// The file that a run's rejected records go to, one JSON object a line. It gets its name when it is whole and on the
/// medium, before the run is committed, so that no record is lost; it has no name if none was rejected.
final class RejectsFile {
  private let path: String
  private let limit: Int?
  private let replaces: Bool
  private var temporary: TemporaryFile?
  private var count = 0
  private var hasName = false

  /// Nil if the request names no file.
  ///
  /// - Throws: `exists` if something has the name, even a link to nothing; a fault if no file can be made beside it.
  init?(_ request: IngestRequest) throws {
    guard let target = request.rejectsPath else { return nil }
    try Self.requireFree(request)
    path = try FileSystem.absolute(target)
    limit = request.maxRejects
    replaces = request.replacesRejects
    temporary = try TemporaryFile(beside: path)
  }

  /// - Throws: `exists` if something has the name that the request gives to the file, and it is no earlier one that
  ///   may be replaced.
  static func requireFree(_ request: IngestRequest) throws {
    guard let target = request.rejectsPath else { return }
    let path = try FileSystem.absolute(target)
    guard let status = try FileSystem.status(path) else { return }
    let isEarlier = try status.isRegular && isOfRejects(path)
    if isEarlier, request.replacesRejects { return }
    throw Fault(
      .exists, what: path,
      why: isEarlier
        ? "it holds the rejects of an earlier run" : "something of that name is there",
      advice: isEarlier
        ? "give --force to replace it, or choose another name"
        : "choose another name for the rejects, or remove it")
  }

  /// Whether the file begins as one that was written here.
  private static func isOfRejects(_ path: String) throws -> Bool {
    let file = try File.open(reading: path)
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = try file.read(into: &bytes, at: bytes.indices)
    return bytes.prefix(count).starts(with: #"{"file":""#.utf8)
  }

  /// - Throws: `input` if there are more than there may be.
  func add(_ rejections: [Rejection], of source: String) throws {
    guard !rejections.isEmpty else { return }
    var text: [UInt8] = []
    for rejection in rejections {
      count += 1
      guard count <= limit ?? .max else { throw tooMany(rejection, source: source) }
      text += rejection.json(file: source)
      text.append(0x0A)
    }
    try temporary?.append(text.span)
  }

  private func tooMany(_ last: Rejection, source: String) -> Fault {
    Fault(
      .input, what: source,
      why: "more than \(limit ?? 0) records were refused, this one because \(last.reason)",
      advice: "mend the export, or see all of them with --dry-run and without --max-rejects",
      place: last.place)
  }

  /// Gives the file its name.
  ///
  /// - Returns: nil if nothing was rejected, so that there is no file.
  func finish() throws -> String? {
    let file = temporary.take()
    guard count > 0, let file = consume file else { return nil }
    do {
      if replaces { try file.replace() } else { try file.take() }
    } catch let fault as Fault {
      hasName = fault.isDone == true
      throw fault.ofStep
    }
    hasName = true
    return path
  }

  /// Takes the file away again: the run was not committed, and no record of it is in the store.
  func withdraw() {
    if hasName { try? FileSystem.remove(path) }
    hasName = false
  }
}
