#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What kind of file something is, and how large.
package struct FileStatus: Hashable, Sendable {
  /// Whether it is neither of the others nor a device or pipe.
  package let isRegular: Bool
  /// Whether it is a folder.
  package let isDirectory: Bool
  /// Whether it is a symbolic link, wherever that leads.
  package let isLink: Bool
  /// In bytes.
  package let size: Int
  /// The twelve bits that `chmod` sets.
  package let permissions: UInt32
  /// The number of its file system, and that of the file in it.
  package let device: UInt64
  package let inode: UInt64
  /// When its content was changed last, in nanoseconds since 1970.
  package let modifiedAt: Int

  init(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    isRegular = kind == S_IFREG
    isDirectory = kind == S_IFDIR
    isLink = kind == S_IFLNK
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modifiedAt = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
