internal import AssetFiles
internal import Assets
internal import AssetSQLite

/// What was checked of a store or a backup, and what came of it.
public struct Verification: Hashable, Sendable {
  /// One thing that was checked.
  public struct Check: Hashable, Sendable {
    /// What was checked.
    public let name: String
    /// Whether it is as it was written.
    public let isGood: Bool
    /// What is wrong, or what there is.
    public let detail: String
  }

  /// In the order they were made; what follows one that failed was not looked at.
  package private(set) var checks: [Check] = []

  /// Whether nothing is wrong.
  public var isGood: Bool { checks.allSatisfy(\.isGood) }

  /// Whether nothing is wrong but that the index of terms says another thing than the assets, in a store at work: it can
  /// be rebuilt from them.
  package internal(set) var isReindexable = false

  /// What the content comes to, as far as it was read.
  var content: ContentDigest?

  /// Verifies a file that nobody writes, such as a backup. It is not changed, not even to recover it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - requiresManifest: whether it has to be a backup; a store at work has no manifest.
  ///   - sha256: what its bytes have to come to, in small letters; nil for anything.
  ///   - isCancelled: asked again and again; true ends it.
  /// - Throws: `missing` if there is no such file. What is wrong with it is in the checks.
  public init(
    ofFile path: String, requiresManifest: Bool = false, sha256: String? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    let path = try FileSystem.absolute(path)
    guard try FileSystem.status(path) != nil else {
      throw Fault(.missing, what: path, why: "there is no such file", advice: "check the path")
    }
    try check("side files") {
      let side = try SideFile.first(of: path)
      return (
        side == nil,
        side.map {
          "\($0) holds a part of it; if a run on it was killed, this rolls it back: "
            + "assetstore verify --store \(path)"
        } ?? "none"
      )
    }
    if let sha256 {
      try check("sha256") {
        let digest = try FileDigest.sha256(of: path, isCancelled: isCancelled).digest
        return (digest == sha256, digest == sha256 ? digest : "it is \(digest)")
      }
    }
    try check("file") { try FileHeader.check(path) }
    guard isGood else { return }
    do {
      let connection = try Connection(path: path, access: .readOnly)
      try connection.prepareForStore()
      connection.interrupt(when: isCancelled)
      try checkContent(
        connection, at: path, requiresManifest: requiresManifest, isCancelled: isCancelled)
    } catch let fault as Fault where Self.saysNothing(fault) {
      throw fault
    } catch {
      try check("open") { throw error }
    }
  }

  /// Verifies a store in use.
  ///
  /// - Throws: `missing` if there is none; `input` for a file that is none. What is wrong with it is in the checks.
  package init(
    ofStore path: String, busyTimeout: Int = Store.defaultBusyTimeout,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    do {
      let store = try Store.open(path, busyTimeout: busyTimeout, isCancelled: isCancelled)
      self = try store.verify()
    } catch let fault as Fault where fault.kind == .damaged {
      checks = [Check(name: "open", isGood: false, detail: fault.why)]
    }
  }

  /// Call it in a read transaction.
  ///
  /// - Parameter path: the connection's file.
  fileprivate init(
    of connection: borrowing Connection, at path: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    // The transaction has the lock that other connections of this process share from its first read on.
    _ = try connection.integer("PRAGMA page_count")
    try checkContent(connection, at: path, requiresManifest: false, isCancelled: isCancelled)
    try check("file") {
      let pages = try connection.integer("PRAGMA page_count") ?? 0
      let pageSize = try connection.integer("PRAGMA page_size") ?? 1
      let expected = pages * pageSize
      // Not opened: to close it would let go of the locks that the connection has on it.
      let size = try FileSystem.status(path).map { Int64($0.size) } ?? expected
      // A restore that was killed behind its commit leaves pages of the larger content that was there before: SQLite
      // reads none of them, and writes over them.
      let surplus = size - expected
      guard surplus >= 0, surplus.isMultiple(of: pageSize) else {
        return (false, "it has \(size) bytes, not \(expected)")
      }
      return (true, "\(size) bytes" + (surplus == 0 ? "" : ", \(surplus) of them unused"))
    }
  }

  /// Verifies a copy that nobody else knows.
  ///
  /// - Parameter name: what faults call it.
  /// - Throws: `damaged`, with the first check that failed.
  /// - Returns: what the content comes to.
  static func require(
    ofCopy path: String, named name: String, requiresManifest: Bool, advice: String,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> ContentDigest {
    let verification: Verification
    do {
      verification = try Verification(
        ofFile: path, requiresManifest: requiresManifest, isCancelled: isCancelled)
    } catch let fault as Fault where fault.what == path {
      throw Fault(fault.kind, what: name, why: fault.why, advice: fault.advice)
    }
    let failed = verification.checks.first { !$0.isGood }
    guard failed == nil, let content = verification.content else {
      throw Fault(
        .damaged, what: name, why: failed.map { "\($0.name): \($0.detail)" } ?? "it is unreadable",
        advice: advice)
    }
    return content
  }

  private static func saysNothing(_ fault: Fault) -> Bool {
    [.schema, .interrupted, .io, .busy].contains(fault.kind)
  }

  /// Runs the check unless one before it has failed: a file with a bad header is not worth reading on.
  /// - Throws: what says nothing of the file: that this program is too old for it, may not read it, or was interrupted.
  mutating func check(
    _ name: String, body: () throws -> (isGood: Bool, detail: String)
  ) throws {
    guard isGood else { return }
    do {
      let (isGood, detail) = try body()
      checks.append(Check(name: name, isGood: isGood, detail: detail))
    } catch let fault as Fault where Self.saysNothing(fault) {
      throw fault
    } catch let error as SQLiteError
      where [.interrupted, .busy].contains(error.code.primary)
    {
      throw error.fault(name)
    } catch let error as SQLiteError {
      checks.append(Check(name: name, isGood: false, detail: error.message))
    } catch {
      checks.append(Check(name: name, isGood: false, detail: "\(error)"))
    }
  }
}

extension Store {
  /// Verifies the store while it is in use.
  public func verify() throws -> Verification {
    try reading { try Verification(of: $0, at: path, isCancelled: isCancelled) }
  }
}
