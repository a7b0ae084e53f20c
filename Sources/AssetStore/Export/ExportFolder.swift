internal import AssetFiles
package import AssetOutput
internal import Assets

/// The folder that an export goes to. Each of its files gets its name when it is whole.
package struct ExportFolder {
  private let path: String
  private let overwrites: Bool

  /// A file of an export.
  package struct File: Hashable, Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    package let sha256: String
  }

  /// Makes the folder unless it is there.
  ///
  /// - Parameter overwrites: whether files in it may be replaced.
  package init(_ path: String, overwrites: Bool) throws {
    try FileSystem.makeFolder(path)
    self.path = path
    self.overwrites = overwrites
  }

  /// Makes a file of what the body writes.
  ///
  /// - Throws: `exists` if something has the name that may not be replaced; what the body throws.
  package func write<Result>(
    _ name: String, body: (consuming OutputStream) throws -> Result
  ) throws -> (result: Result, file: File) {
    let target = try FileSystem.absolute("\(path)/\(name)")
    if !overwrites, try FileSystem.status(target) != nil {
      throw Fault(
        .exists, what: target, why: "something of that name is there",
        advice: "choose another folder, or use --force")
    }
    let output = try OutputFile(target)
    let result = try body(OutputStream { try output.write($0) })
    let (size, sha256) = try output.finish(overwrites: overwrites)
    return (result, File(name: name, size: size, sha256: sha256))
  }
}
