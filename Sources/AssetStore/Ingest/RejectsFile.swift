internal import AssetExports
internal import AssetFiles
internal import Assets

/// The file that a run's rejected records go to, one JSON object a line. It gets its name when it is whole and on the
/// medium, before the run is committed, so that no record is lost; it has no name if none was rejected.
final class RejectsFile {
  private let path: String
  private let limit: Int?
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
    temporary = try TemporaryFile(beside: path)
  }

  /// - Throws: `exists` if something has the name that the request gives to the file.
  static func requireFree(_ request: IngestRequest) throws {
    if let path = request.rejectsPath { try requireFree(FileSystem.absolute(path)) }
  }

  private static func requireFree(_ path: String) throws {
    guard try FileSystem.status(path) != nil else { return }
    throw Fault(
      .exists, path, why: "something of that name is there",
      advice: "choose another name for the rejects, or remove it")
  }

  /// - Throws: `input` if there are more than there may be.
  func add(_ rejections: [Rejection], of source: String) throws {
    guard !rejections.isEmpty else { return }
    var text: [UInt8] = []
    for rejection in rejections {
      count += 1
      guard count <= limit ?? .max else { throw tooMany(rejection, source) }
      text += rejection.json(file: source)
      text.append(0x0A)
    }
    try temporary?.append(text.span)
  }

  private func tooMany(_ last: Rejection, _ source: String) -> Fault {
    Fault(
      .input, source,
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
    try file.take()
    hasName = true
    return path
  }

  /// Takes the file away again: the run was not committed, and no record of it is in the store.
  func withdraw() {
    if hasName { try? FileSystem.remove(path) }
    hasName = false
  }
}
