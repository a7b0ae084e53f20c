import AssetFormats

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of the system's temporary one, removed with all it holds when the value goes away.
struct TestFolder: ~Copyable {
  let path: String

  init() throws {
    var template = "/tmp/assets.XXXXXX".utf8CString
    path = try unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else {
        throw Errno(code: errno)
      }
      return unsafe String(cString: made)
    }
  }

  deinit { _ = Self.run("rm -rf '\(path)'") }

  /// Writes a file into the folder; its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = try File.create("\(path)/\(name)")
    try file.write(bytes.span)
    return "\(path)/\(name)"
  }

  /// Opens a new file of the folder that holds the bytes.
  func file(_ bytes: [UInt8], named name: String = "input") throws -> File {
    try File.open(reading: write(bytes, to: name))
  }

  /// What the shell command prints, and its exit status; nil if it could not be started.
  static func run(_ command: String) -> (output: [UInt8], status: Int32)? {
    guard let pipe = unsafe popen(command, "r") else { return nil }
    var output: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes { buffer in
        unsafe fread(buffer.baseAddress, 1, buffer.count, pipe)
      }
      guard count > 0 else { break }
      output += part[..<count]
    }
    return (output, unsafe pclose(pipe))
  }
}
