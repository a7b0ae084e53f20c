package import AssetFaults

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a system call failed.
package struct Errno: Error, Hashable, Sendable, CustomStringConvertible {
  /// The `errno`.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  package static let interrupted = Errno(code: EINTR)

  package var description: String { unsafe String(cString: strerror(code)) }

  /// Whether there is no such file or folder.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether a signal ended the call.
  var isInterruption: Bool { code == EINTR }
  /// Whether nobody reads what was written.
  package var isClosedPipe: Bool { code == EPIPE }
  /// Whether the file system can't do it at all.
  package var isUnsupported: Bool { [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) }

  /// Says what was tried on a path, and what to do about it.
  package func fault(_ what: String) -> Fault {
    switch code {
    case ENOENT, ENOTDIR:
      Fault(.missing, what: what, why: "there is no such file", advice: "check the path")
    case EEXIST:
      Fault(
        .exists, what: what, why: "something of that name is there", advice: "choose another name")
    case EINTR:
      Fault(.interrupted, what: what, why: "it was interrupted", advice: "nothing has changed")
    case EISDIR:
      Fault(.input, what: what, why: "it is a directory", advice: "name the files in it")
    case ELOOP:
      Fault(
        .io, what: what, why: "it is a link, and links are not followed here",
        advice: "name the file itself")
    case EACCES, EPERM, EROFS:
      Fault(.io, what: what, why: "\(self)", advice: "check the permissions of file and folder")
    case ENOSPC, EDQUOT, EFBIG:
      Fault(.io, what: what, why: "\(self)", advice: "make room and try again")
    default: Fault(.io, what: what, why: "\(self)")
    }
  }
}
