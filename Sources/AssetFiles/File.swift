internal import AssetFaults

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open file of the system, closed when the value goes away.
package struct File: ~Copyable {
  private let descriptor: Int32
  private let closes: Bool
  /// What messages call it.
  package let name: String
  private let interruption: ReadInterruption?
  /// Asked when a signal ends a write.
  private let isCancelled: @Sendable () -> Bool

  private init(
    _ descriptor: Int32, name: String, closes: Bool = true, interruption: ReadInterruption? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isCancelled = isCancelled
    self.descriptor = descriptor
    self.name = name
    self.closes = closes
    self.interruption = interruption
  }

  deinit { if closes { SystemCall.close(descriptor) } }

  /// That of the process, which stays open.
  package static func standardInput(interruptedBy interruption: ReadInterruption? = nil) -> File {
    File(STDIN_FILENO, name: "standard input", closes: false, interruption: interruption)
  }

  /// That of the process, which stays open.
  ///
  /// - Parameter isCancelled: asked after a signal whether a write that waits for a reader ends as interrupted.
  package static func standardOutput(
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> File {
    File(STDOUT_FILENO, name: "standard output", closes: false, isCancelled: isCancelled)
  }

  /// That of the process, which stays open.
  package static func standardError() -> File {
    File(STDERR_FILENO, name: "standard error", closes: false)
  }

  /// Opens a file for reading.
  ///
  /// - Throws: `missing` if there is none, `input` if it is a directory, `io` for the rest.
  package static func open(
    reading path: String, interruptedBy interruption: ReadInterruption? = nil
  ) throws -> File {
    try open(path, flags: O_RDONLY, interruption: interruption)
  }

  /// Makes a new file that only its owner may read and write.
  ///
  /// - Throws: `exists` if something has that name, even a link to nothing.
  package static func create(_ path: String) throws -> File {
    try open(path, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
  }

  /// The whole content of a file that is meant to be small.
  ///
  /// - Throws: an `input` fault if it is larger than `limit` bytes.
  package static func contents(of path: String, limit: Int = 64 << 20) throws -> [UInt8] {
    try open(reading: path).contents(limit: limit)
  }

  /// What there is still to read.
  ///
  /// - Throws: an `input` fault if it is more than `limit` bytes.
  package func contents(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece { piece in
      bytes += piece
      guard bytes.count <= limit else {
        throw Fault(
          .input, what: name, why: "it is larger than \(limit >> 20) MiB", advice: "check the path")
      }
    }
    return bytes
  }

  /// Opens a file that is there, to write at its end.
  package static func open(appendingTo path: String) throws -> File {
    try open(path, flags: O_WRONLY | O_APPEND)
  }

  private static func open(
    _ path: String, flags: Int32, interruption: ReadInterruption? = nil
  ) throws -> File {
    do throws(Errno) {
      let descriptor = try SystemCall.open(path, flags: flags, mode: 0o600)
      let file = File(descriptor, name: path, interruption: interruption)
      if try SystemCall.status(file.descriptor).isDirectory { throw Errno(code: EISDIR) }
      return file
    } catch {
      throw error.fault(path)
    }
  }

  /// Reads at most as many bytes as the range has; how many it were, 0 at the end.
  package func read(into bytes: inout [UInt8], at range: Range<Int>) throws -> Int {
    do throws(Errno) {
      let descriptor = descriptor
      try interruption?.waitForInput(descriptor)
      var result = Result<Int, Errno>.success(0)
      unsafe bytes.withUnsafeMutableBytes { buffer in
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[range])
        result = Result { () throws(Errno) in try unsafe SystemCall.read(descriptor, buffer: part) }
      }
      return try result.get()
    } catch {
      throw error.fault(name)
    }
  }

  /// Writes all of the bytes.
  package func write(_ bytes: Span<UInt8>) throws(Errno) {
    var written = 0
    while written < bytes.count {
      do throws(Errno) {
        written += try write(some: bytes.extracting(written..<bytes.count))
      } catch {
        guard error.isInterruption else { throw error }
      }
      // A signal ends the wait for a reader: with an error, or with less than all if some had been taken.
      if written < bytes.count, isCancelled() { throw .interrupted }
    }
  }

  private func write(some bytes: Span<UInt8>) throws(Errno) -> Int {
    try unsafe bytes.withUnsafeBytes { buffer throws(Errno) in
      try unsafe SystemCall.write(descriptor, buffer: buffer)
    }
  }

  /// Returns when what was written is on disk.
  package func sync() throws {
    do throws(Errno) { try SystemCall.sync(descriptor) } catch { throw error.fault(name) }
  }

  /// What it is, and how large now.
  package func status() throws -> FileStatus {
    do throws(Errno) { return try SystemCall.status(descriptor) } catch { throw error.fault(name) }
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { SystemCall.isTerminal(descriptor) }
}
