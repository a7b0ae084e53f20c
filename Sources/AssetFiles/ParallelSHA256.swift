/// A SHA-256 in the making on a thread of its own, while whoever has the bytes goes on.
package final class ParallelSHA256 {
  /// Where bytes are handed over, and arrays that are done with go back.
  private struct Queue: Sendable {
    private var full: [[UInt8]] = []
    private var empty: [[UInt8]] = []
    var isAtEnd = false

    /// So many arrays wait at most: whoever fills them need not wait for a thread that has no processor for a moment.
    private static let limit = 4

    /// Takes bytes for others; nil while there is no room.
    mutating func put(_ bytes: inout [UInt8]) -> Void? {
      guard full.count < Self.limit else { return nil }
      full.append(bytes)
      bytes = empty.popLast() ?? []
      return ()
    }

    /// Gives the bytes for others; false at the end, nil while there are none.
    mutating func take(_ bytes: inout [UInt8]) -> Bool? {
      guard !full.isEmpty else { return isAtEnd ? false : nil }
      empty.append(bytes)
      bytes = full.removeFirst()
      return true
    }
  }

  private let queue: Monitor<Queue>
  private var work: ParallelWork<String>

  /// - Throws: `io` where there is no thread to be had.
  package init() throws {
    let queue = Monitor(Queue())
    self.queue = queue
    work = try ParallelWork.start {
      var hash = SHA256()
      var bytes: [UInt8] = []
      while queue.wait(until: { $0.take(&bytes) }) { hash.update(bytes.span) }
      return hash.hexDigest
    }
  }

  deinit { end() }

  /// Takes the bytes in, behind those before, and leaves an empty array.
  package func update(taking bytes: inout [UInt8]) {
    queue.wait { $0.put(&bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// The digest of all that was taken in, as hexadecimal digits. It takes in no more.
  package func finish() throws -> String {
    end()
    return try work.value()
  }

  private func end() { queue.withValue { $0.isAtEnd = true } }
}
