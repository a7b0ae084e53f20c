internal import Assets
internal import SQLite

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
  private var translation = TermTranslation()

  init(_ connection: borrowing Connection, limits: Limits = Limits()) throws {
    dictionary = try .writing(connection, maxBytes: limits.dictionary)
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

  /// Takes the terms that a reader has numbered.
  mutating func take(_ terms: BatchTerms, _ connection: borrowing Connection) throws {
    if terms.isFirst {
      // The reader has forgotten its terms, so that these need not be kept for it either.
      if dictionary.isHalfFull { try dictionary.write(connection) }
      translation.begin(dictionary.interner.epoch)
    }
    translation.add(terms, &dictionary.interner)
  }

  /// Indexes an asset by the terms that a reader has numbered.
  ///
  /// - Returns: false if those numbers say nothing any more: its terms have to be extracted.
  mutating func insert(
    _ id: Int64, _ index: Int, of terms: BatchTerms, _ connection: borrowing Connection
  ) throws -> Bool {
    guard translation.epoch == dictionary.interner.epoch else { return false }
    for term in terms.ofRecord(index) {
      try change(id, translation.numbers[Int(term) - 1], isRemoved: false, connection)
    }
    return true
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
