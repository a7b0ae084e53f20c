#if os(Linux)
  internal import Glibc
#endif

/// A process that holds a lock on a file, as far as the system tells.
package struct LockHolder: Hashable, Sendable {
  /// The number of the process.
  package let process: Int
  /// What the system calls it.
  package let name: String
  /// When it began, in seconds since 1970.
  package let start: Int

  /// What the lock keeps others from.
  package enum Kind: String, Sendable {
    case reading = "WRITE"
    case writing = "READ"
  }

  /// The first other process with such a lock on a part of a file; nil where there is none, or nobody tells.
  ///
  /// Reads `/proc/locks`: to open and close the file itself would let go of the locks that this process has on it.
  package static func first(on path: String, keepingFrom kind: Kind, in bytes: ClosedRange<Int>)
    -> LockHolder?
  {
    #if os(Linux)
      guard let inode = try? FileSystem.status(path)?.inode,
        let locks = try? File.contents(of: "/proc/locks")
      else { return nil }
      // 1: POSIX  ADVISORY  WRITE 4711 08:01:131090 1073741825 1073741825
      for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: " ")
        guard parts.count == 8, parts[1] == "POSIX", parts[3] == kind.rawValue,
          let process = Int(parts[4]), process > 0, process != Int(getpid()),
          parts[5].split(separator: ":").last.flatMap({ UInt64($0) }) == inode,
          let first = Int(parts[6]), bytes.contains(first)
        else { continue }
        return LockHolder(of: process)
      }
    #endif
    return nil
  }

  #if os(Linux)
    private init?(of process: Int) {
      // 4711 (name) S 1 … with the start as the 20th number behind the name, in hundredths of a second since boot.
      guard let bytes = try? File.contents(of: "/proc/\(process)/stat"),
        let open = bytes.firstIndex(of: UInt8(ascii: "(")),
        let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close,
        let boot = Self.boot
      else { return nil }
      let numbers = String(decoding: bytes[close...], as: UTF8.self).split(separator: " ")
      guard numbers.count > 20, let ticks = Int(numbers[20]) else { return nil }
      self.process = process
      name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      start = boot + ticks / max(1, sysconf(Int32(_SC_CLK_TCK)))
    }

    private static var boot: Int? {
      guard let bytes = try? File.contents(of: "/proc/stat") else { return nil }
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .first { $0.utf8.starts(with: "btime ".utf8) }
      return line.flatMap { Int($0.dropFirst(6)) }
    }
  #endif
}
