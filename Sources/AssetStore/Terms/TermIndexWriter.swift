internal import Assets
internal import SQLite

/// Writes the index of terms along with the assets of a run.
struct TermIndexWriter: ~Copyable {
  /// How much it holds before it writes.
  struct Limits {
    /// Of the terms, in bytes.
    var dictionary = 64 << 20
    /// Of ids that terms gain or lose; each takes eight bytes, twice while they are sorted.
    var changes = 2 << 20
  }

  var dictionary: TermDictionary
  private var pending: PendingSpans

  init(_ connection: borrowing Connection, limits: Limits = Limits()) throws {
    dictionary = try .writing(connection, maxBytes: limits.dictionary)
    pending = PendingSpans(maxCount: limits.changes)
  }

  /// Call it before the terms of an asset are extracted: those from before are not valid any more.
  mutating func makeRoom(_ connection: borrowing Connection) throws {
    try dictionary.makeRoom(connection)
    try pending.makeRoom(connection)
  }

  mutating func insert(_ id: Int64, _ terms: [TermDictionary.Entry]) {
    for term in terms { change(id, term, isRemoved: false) }
  }

  mutating func remove(_ id: Int64, _ terms: [TermDictionary.Entry]) {
    for term in terms { change(id, term, isRemoved: true) }
  }

  /// - Parameters:
  ///   - old: what the asset's terms were, each once.
  ///   - new: what they are, each once.
  mutating func replace(
    _ id: Int64, _ old: [TermDictionary.Entry], _ new: [TermDictionary.Entry]
  ) {
    let (old, new) = (old.sorted(), new.sorted())
    var next = old.startIndex
    for term in new {
      while next < old.endIndex, old[next] < term {
        change(id, old[next], isRemoved: true)
        next += 1
      }
      if next < old.endIndex, old[next] == term {
        next += 1
      } else {
        change(id, term, isRemoved: false)
      }
    }
    for term in old[next...] { change(id, term, isRemoved: true) }
  }

  private mutating func change(_ id: Int64, _ term: TermDictionary.Entry, isRemoved: Bool) {
    pending.add(id, dictionary.id(term), isRemoved: isRemoved)
    dictionary.count(term, by: isRemoved ? -1 : 1)
  }

  /// Writes all that is left to write.
  mutating func finish(_ connection: borrowing Connection) throws {
    try pending.write(connection)
    try dictionary.write(connection)
  }
}
