/// Has the system begin to put on disk what something else in this process writes to a file, so that there is less to
/// wait for at its end. It promises nothing: the file is on disk when who writes it has synced it.
package struct WriteBack {
  /// Whoever writes has it open, and closes it: to close another one would give up the locks that it holds.
  private let descriptor: Int32
  /// Up to where that has begun.
  private var end: Int

  private static let step = 16 << 20

  /// - Returns: nil if nothing in this process has the file open.
  package init?(_ path: String) {
    guard let file = try? SystemCall.status(path) else { return nil }
    let found = (0..<Int32(1_024)).first { descriptor in
      guard let status = try? SystemCall.status(descriptor) else { return false }
      return status.device == file.device && status.inode == file.inode
    }
    guard let found else { return nil }
    (descriptor, end) = (found, file.size)
  }

  /// Begins with what the file has grown by, if that is much.
  package mutating func advance() {
    guard let size = try? SystemCall.status(descriptor).size, size >= end + Self.step else {
      return
    }
    SystemCall.beginSync(descriptor, at: end, count: size - end)
    end = size
  }
}
