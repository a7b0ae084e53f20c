#if canImport(Darwin)
  internal import Darwin
#endif

/// The file that this process runs.
package enum ProgramFile {
  /// Tells one build of the program from another, by the size and the age of its file; nil where the system doesn't say.
  package static func identity() -> String? {
    guard let path, let status = try? File.open(reading: path).status() else { return nil }
    return "\(status.size) \(status.inode) \(status.modifiedAt)"
  }

  #if canImport(Darwin)
    private static var path: String? {
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }
  #else
    private static let path: String? = "/proc/self/exe"
  #endif
}
