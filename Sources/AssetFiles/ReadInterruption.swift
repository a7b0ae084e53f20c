/// Ends waits for input from another thread: once it is asked to, the reads of its files fail as interrupted.
package final class ReadInterruption: Sendable {
  private let ends: SystemCall.Pipe

  package init() throws {
    do throws(Errno) { ends = try SystemCall.pipe() } catch { throw error.fault("a pipe") }
  }

  deinit {
    SystemCall.close(ends.reading)
    SystemCall.close(ends.writing)
  }

  /// Ends the wait that is going on, and every later one. Safe from any thread, and more than once.
  package func interrupt() {
    let byte: [UInt8] = [0]
    // The pipe takes far more bytes than anybody asks for.
    _ = try? unsafe byte.withUnsafeBytes { buffer throws(Errno) in
      try unsafe SystemCall.write(ends.writing, buffer: buffer)
    }
  }

  /// Returns when there is something to read, or an end.
  package func waitForInput(_ descriptor: Int32) throws(Errno) {
    try SystemCall.waitForInput(descriptor, or: ends.reading)
  }
}
