internal import AssetFiles
internal import Assets
internal import AssetSQLite
internal import Synchronization

/// The reading of a file's content on a thread and a connection of its own. When the value goes away it ends at once.
struct ParallelReading: ~Copyable {
  private let isAbandoned: Flag
  private var work: ParallelWork<ContentReading>

  /// - Parameters:
  ///   - path: a file that nobody writes, or that another connection of this process has locked to read.
  ///   - counter: the file's change counter, as that one sees it.
  init(
    _ path: String, counter: UInt32, hashes: ContentHashes,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    let flag = Flag()
    isAbandoned = flag
    work = try ParallelWork.start {
      let connection = try Connection(path: path, access: .readOnly)
      try connection.prepareForStore()
      // A writer of this process that waits for readers to go keeps this one from coming.
      try connection.setBusyTimeout(milliseconds: Store.defaultBusyTimeout)
      connection.interrupt { flag.isSet || isCancelled() }
      return try connection.withTransaction(.deferred) {
        let reading = try ContentReading(connection, hashes: hashes)
        guard try connection.changeCounter() == counter else {
          throw Fault(
            .busy, what: path, why: "another process has put another file in its place",
            advice: "run it again")
        }
        return reading
      }
    }
  }

  deinit { isAbandoned.set() }

  /// Waits for it to end.
  mutating func value() throws -> ContentReading { try work.value() }
}

private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
