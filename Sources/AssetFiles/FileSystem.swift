internal import AssetFaults

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What is done to files by their names.
package enum FileSystem {
  /// The absolute path of a file whose folder exists; the file itself need not. The folder's links are resolved, the
  /// file's own are not.
  package static func absolute(_ path: String) throws -> String {
    guard !path.isEmpty, !path.utf8.contains(where: { $0 == 0 || $0 == 0x0A }) else {
      throw Fault(
        .usage, what: "path", why: "it is empty or holds a line break", advice: "name a file")
    }
    let (folder, name) = split(path)
    do throws(Errno) {
      let real = try SystemCall.realPath(folder)
      return real == "/" ? "/\(name)" : "\(real)/\(name)"
    } catch {
      throw error.isMissing
        ? Fault(.missing, what: path, why: "there is no folder \(folder)", advice: "make it first")
        : error.fault(path)
    }
  }

  /// The folder of a path and the last part of it.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// What is there, without following a link; nil for nothing.
  package static func status(_ path: String) throws -> FileStatus? {
    do throws(Errno) {
      return try SystemCall.status(path)
    } catch {
      if error.isMissing { return nil }
      throw error.fault(path)
    }
  }

  /// Renames a file, over what has the new name, and returns when the folder is on disk.
  ///
  /// - Throws: a fault that says so (`isDone`) if the file has its new name, and that may not be on disk.
  package static func replace(_ path: String, with new: String) throws {
    do throws(Errno) { try SystemCall.rename(new, to: path) } catch { throw error.fault(path) }
    do throws(Errno) { try syncFolder(of: path) } catch { throw inPlace(path, error: error) }
  }

  private static func inPlace(_ path: String, error: Errno) -> Fault {
    var fault = Fault(
      .io, what: path, why: "the file is in place, but may not survive a power cut: \(error)",
      advice: "check the disk")
    fault.isDone = true
    return fault
  }

  /// Renames a file, and returns when the folder is on disk. If that fails the file has its old name again.
  ///
  /// - Throws: `exists` if something has the new name; a fault that says so (`isDone`) if the disk does not take back
  ///   the new name either.
  package static func rename(_ path: String, to new: String) throws {
    do throws(Errno) {
      try SystemCall.link(path, named: new)
    } catch {
      guard error.isUnsupported else { throw error.fault(new) }
      // A file system without links can't tell better than this.
      guard try status(new) == nil else { throw Errno(code: EEXIST).fault(new) }
      return try replace(new, with: path)
    }
    do throws(Errno) { try SystemCall.remove(path) } catch {
      guard (try? SystemCall.remove(new)) != nil else { throw inPlace(new, error: error) }
      throw error.fault(new)
    }
    do throws(Errno) { try syncFolder(of: new) } catch {
      guard (try? SystemCall.rename(new, to: path)) != nil else { throw inPlace(new, error: error) }
      throw error.fault(new)
    }
  }

  /// Gives a file a second name, under which it stays when another takes its first one. Where the file system has one
  /// name for a file, that is the new one.
  ///
  /// - Throws: `exists` if something has the second name.
  package static func link(_ path: String, as second: String) throws {
    do throws(Errno) {
      try SystemCall.link(path, named: second)
    } catch {
      guard error.isUnsupported else { throw error.fault(second) }
      try rename(path, to: second)
    }
  }

  /// Takes the second name away again, whatever `link` has done.
  package static func unlink(_ path: String, as second: String) throws {
    try status(path) == nil ? rename(second, to: path) : remove(second)
  }

  private static func syncFolder(of path: String) throws(Errno) {
    let folder = try SystemCall.open(split(path).folder, flags: O_RDONLY)
    defer { SystemCall.close(folder) }
    try SystemCall.sync(folder)
  }

  /// Makes a folder unless it is there.
  ///
  /// - Throws: `exists` if something else has the name.
  package static func makeFolder(_ path: String) throws {
    do throws(Errno) {
      // A link to a folder is one.
      let folder = try SystemCall.open(path, flags: O_RDONLY)
      defer { SystemCall.close(folder) }
      guard try SystemCall.status(folder).isDirectory else { throw Errno(code: EEXIST) }
    } catch {
      guard error.isMissing else { throw error.fault(path) }
      do throws(Errno) { try SystemCall.makeFolder(path) } catch { throw error.fault(path) }
    }
  }

  /// Removes a file if it is there.
  package static func remove(_ path: String) throws {
    do throws(Errno) {
      try SystemCall.remove(path)
    } catch {
      if !error.isMissing { throw error.fault(path) }
    }
  }

  /// A name in the same folder that nothing has and nobody guesses. It is short, however long the other is.
  package static func temporaryName(beside path: String) -> String {
    let (folder, name) = split(path)
    let start = String(name.unicodeScalars.prefix(5))
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(folder == "/" ? "" : folder)/.\(start).\(random).tmp"
  }
}
