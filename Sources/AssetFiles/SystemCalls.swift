#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The system's calls for files, with `errno` as an error. The only place that names them: each takes text or a
/// buffer that outlives the call, so what is unsafe about them ends here.
package enum SystemCall {
  /// Not tried again after a signal: a pipe may have nobody at its other end.
  package static func open(_ path: String, flags: Int32, mode: UInt32 = 0) throws(Errno) -> Int32 {
    try once { unsafe systemOpen(path, flags: flags | O_CLOEXEC, mode: mode) }
  }

  package static func close(_ descriptor: Int32) { _ = systemClose(descriptor) }

  /// Not tried again after a signal, which may want the wait for input to end.
  package static func read(_ descriptor: Int32, buffer: UnsafeMutableRawBufferPointer)
    throws(Errno)
    -> Int
  {
    try once { unsafe systemRead(descriptor, bytes: buffer.baseAddress, count: buffer.count) }
  }

  /// Returns when the first has something to read, or has ended.
  ///
  /// - Throws: `EINTR` after a signal, and when the other one has something to read.
  package static func waitForInput(_ descriptor: Int32, or other: Int32) throws(Errno) {
    var polls = [descriptor, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = try once { unsafe poll(&polls, 2, -1) }
    guard polls[1].revents == 0 else { throw Errno(code: EINTR) }
  }

  /// The two ends of a pipe.
  package struct Pipe {
    let reading: Int32
    let writing: Int32
  }

  package static func pipe() throws(Errno) -> Pipe {
    var ends: [Int32] = [-1, -1]
    _ = try once { unsafe systemPipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(reading: ends[0], writing: ends[1])
  }

  /// Not tried again after a signal: nobody may ever read on at the other end of a pipe.
  package static func write(_ descriptor: Int32, buffer: UnsafeRawBufferPointer) throws(Errno)
    -> Int
  {
    try once { unsafe systemWrite(descriptor, bytes: buffer.baseAddress, count: buffer.count) }
  }

  package static func sync(_ descriptor: Int32) throws(Errno) {
    _ = try retry { fsync(descriptor) }
  }

  /// Has the system begin to put a part of a file on disk, where it can be asked to: no promise, and no wait for it.
  package static func beginSync(_ descriptor: Int32, at offset: Int, count: Int) {
    #if os(Linux)
      // It lets go of the pages that are on disk; for that it begins to write those that are not, and keeps them.
      _ = posix_fadvise(descriptor, offset, count, POSIX_FADV_DONTNEED)
    #endif
  }

  package static func rename(_ old: String, to new: String) throws(Errno) {
    _ = try retry { unsafe systemRename(old, to: new) }
  }

  /// Gives a file a second name, unless something has it.
  package static func link(_ path: String, named name: String) throws(Errno) {
    _ = try retry { unsafe systemLink(path, to: name) }
  }

  package static func remove(_ path: String) throws(Errno) { _ = try retry { unsafe unlink(path) } }

  package static func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try retry { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Of the path itself, even if it is a link.
  package static func status(_ path: String) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try retry { unsafe lstat(path, &status) }
    return FileStatus(status)
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The path without links, dots or a start from the working folder.
  package static func realPath(_ path: String) throws(Errno) -> String {
    guard let real = unsafe realpath(path, nil) else { throw Errno(code: errno) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func once<Count: SignedInteger>(_ call: () -> Count) throws(Errno) -> Count {
    let result = call()
    if result >= 0 { return result }
    throw Errno(code: errno)
  }

  private static func retry<Count: SignedInteger>(_ call: () -> Count) throws(Errno) -> Count {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Errno(code: errno) }
    }
  }
}

// At file scope, so that the names below mean the C library's functions and not the type's own.
private func systemOpen(_ path: UnsafePointer<CChar>, flags: Int32, mode: UInt32) -> Int32 {
  unsafe open(path, flags, mode_t(mode))
}
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemRead(_ descriptor: Int32, bytes: UnsafeMutableRawPointer?, count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}
private func systemWrite(_ descriptor: Int32, bytes: UnsafeRawPointer?, count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { unsafe pipe(ends) }
private func systemLink(_ old: UnsafePointer<CChar>, to new: UnsafePointer<CChar>) -> Int32 {
  unsafe link(old, new)
}
private func systemRename(_ old: UnsafePointer<CChar>, to new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
