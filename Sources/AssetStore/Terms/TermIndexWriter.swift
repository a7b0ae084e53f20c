internal import Assets
internal import AssetSQLite

/// Writes the index of terms along with the assets of a run.
struct TermIndexWriter: ~Copyable {
  /// How much it holds before it writes.
  struct Limits {
    /// Of the terms, in bytes.
    var dictionary = 48 << 20
    /// Of ids that terms gain or lose; each takes eight bytes, twice while they are sorted.
    var changes = 3 << 19
  }

  var dictionary: TermDictionary
  private var pending: PendingSpans

  init(_ connection: borrowing Connection, limits: Limits = Limits()) throws {
    dictionary = try TermDictionary(connection, maxBytes: limits.dictionary)
    pending = PendingSpans(maxCount: limits.changes)
  }

  /// Call it before the terms of an asset are extracted: those from before are not valid any more.
  mutating func makeRoom(_ connection: borrowing Connection) throws {
    try dictionary.makeRoom(connection)
    try pending.makeRoom(connection)
  }

  mutating func insert(
    _ id: Int64, _ terms: [UInt32], _ connection: borrowing Connection
  ) throws {
    for term in terms { try change(id, term, isRemoved: false, connection) }
  }

  mutating func remove(
    _ id: Int64, _ terms: [UInt32], _ connection: borrowing Connection
  ) throws {
    for term in terms { try change(id, term, isRemoved: true, connection) }
  }

  /// - Parameters:
  ///   - old: what the asset's terms were, each once.
  ///   - new: what they are, each once.
  mutating func replace(
    _ id: Int64, _ old: [UInt32], _ new: [UInt32], _ connection: borrowing Connection
  ) throws {
    let (old, new) = (old.sorted(), new.sorted())
    var next = old.startIndex
    for term in new {
      while next < old.endIndex, old[next] < term {
        try change(id, old[next], isRemoved: true, connection)
        next += 1
      }
      if next < old.endIndex, old[next] == term {
        next += 1
      } else {
        try change(id, term, isRemoved: false, connection)
      }
    }
    for term in old[next...] { try change(id, term, isRemoved: true, connection) }
  }

  private mutating func change(
    _ id: Int64, _ term: UInt32, isRemoved: Bool, _ connection: borrowing Connection
  ) throws {
    pending.add(id, try dictionary.id(of: term, connection), isRemoved: isRemoved)
    dictionary.count(term, by: isRemoved ? -1 : 1)
  }

  /// Writes all that is left to write.
  mutating func finish(_ connection: borrowing Connection) throws {
    try pending.write(connection)
    try dictionary.write(connection)
  }
}
