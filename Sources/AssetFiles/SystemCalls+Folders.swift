#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension SystemCall {
  /// Makes a folder that only its owner may enter.
  static func makeFolder(_ path: String) throws(Errno) {
    if unsafe mkdir(path, 0o700) != 0 { throw Errno(code: errno) }
  }
}
