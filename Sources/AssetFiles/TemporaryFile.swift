internal import AssetFaults

/// A file beside another that goes away unless it takes the other's place.
package struct TemporaryFile: ~Copyable {
  package let path: String
  private let file: File
  /// What faults call it.
  private let target: String

  /// - Throws: a fault, of the target, if it can't be made.
  package init(beside target: String) throws {
    let path = FileSystem.temporaryName(beside: target)
    do {
      file = try File.create(path)
    } catch let fault as Fault where fault.what == path {
      throw Fault(fault.kind, what: target, why: fault.why, advice: fault.advice)
    }
    self.path = path
    self.target = target
  }

  /// Appends a copy of another file.
  package func append(contentsOf source: consuming File, isCancelled: () -> Bool) throws {
    try source.forEachPiece(isCancelled) { piece in
      do throws(Errno) { try file.write(piece.span) } catch { throw error.fault(target) }
    }
  }

  /// Appends the bytes.
  package func append(_ bytes: Span<UInt8>) throws {
    do throws(Errno) { try file.write(bytes) } catch { throw error.fault(target) }
  }

  /// Returns when the content is on disk.
  package func sync() throws { try file.sync() }

  /// Brings to disk what was written so far, on a thread of its own, while the body runs.
  package func syncing<Result>(_ body: () throws -> Result) throws -> Result {
    let (path, target) = (path, target)
    var work = try ParallelWork.start {
      do { try File.open(reading: path).sync() } catch let fault as Fault {
        throw Fault(fault.kind, what: target, why: fault.why, advice: fault.advice)
      }
    }
    let result = try body()
    try work.value()
    return result
  }

  /// Takes the target's name, whatever has it, when the content is on disk.
  package consuming func replace() throws {
    try file.sync()
    try FileSystem.replace(target, with: path)
  }

  /// Takes the target's name, which nothing has, when the content is on disk.
  ///
  /// - Throws: `exists` if something has it by now.
  package consuming func take() throws {
    try file.sync()
    try FileSystem.rename(path, to: target)
  }

  deinit {
    // The name is random and was made by us; once it has been renamed there is nothing left to remove.
    for suffix in ["", "-journal"] { try? FileSystem.remove(path + suffix) }
  }
}
