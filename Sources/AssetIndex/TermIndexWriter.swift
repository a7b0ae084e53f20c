internal import Assets
package import AssetSQLite

/// Writes the index of terms along with the assets of a run.
package struct TermIndexWriter: ~Copyable {
  /// How much it holds before it writes.
  package struct Limits {
    /// Of the terms, in bytes.
    package var dictionary: Int
    /// Of ids that terms gain or lose; each takes eight bytes, twice while they are sorted.
    package var changes: Int

    package init(dictionary: Int = 48 << 20, changes: Int = 3 << 19) {
      self.dictionary = dictionary
      self.changes = changes
    }
  }

  package var dictionary: TermDictionary
  private var pending: PendingBlocks

  package init(_ connection: borrowing Connection, limits: Limits = Limits()) throws {
    dictionary = try TermDictionary(connection, maxBytes: limits.dictionary)
    pending = PendingBlocks(maxCount: limits.changes)
  }

  /// Call it before the terms of an asset are extracted: those from before are not valid any more.
  package mutating func makeRoom(_ connection: borrowing Connection) throws {
    try dictionary.makeRoom(connection)
    try pending.makeRoom(connection)
  }

  package mutating func insert(
    _ id: Int64, terms: [UInt32], on connection: borrowing Connection
  ) throws {
    for term in terms { try change(id, term: term, isRemoved: false, on: connection) }
  }

  package mutating func remove(
    _ id: Int64, terms: [UInt32], on connection: borrowing Connection
  ) throws {
    for term in terms { try change(id, term: term, isRemoved: true, on: connection) }
  }

  /// - Parameters:
  ///   - old: what the asset's terms were, each once.
  ///   - new: what they are, each once.
  package mutating func replace(
    _ id: Int64, old: [UInt32], new: [UInt32], on connection: borrowing Connection
  ) throws {
    let (old, new) = (old.sorted(), new.sorted())
    var next = old.startIndex
    for term in new {
      while next < old.endIndex, old[next] < term {
        try change(id, term: old[next], isRemoved: true, on: connection)
        next += 1
      }
      if next < old.endIndex, old[next] == term {
        next += 1
      } else {
        try change(id, term: term, isRemoved: false, on: connection)
      }
    }
    for term in old[next...] { try change(id, term: term, isRemoved: true, on: connection) }
  }

  private mutating func change(
    _ id: Int64, term: UInt32, isRemoved: Bool, on connection: borrowing Connection
  ) throws {
    pending.add(id, term: try dictionary.id(of: term, on: connection), isRemoved: isRemoved)
    dictionary.count(term, by: isRemoved ? -1 : 1)
  }

  /// Writes all that is left to write.
  package mutating func finish(_ connection: borrowing Connection) throws {
    try pending.write(connection)
    try dictionary.write(connection)
  }
}
