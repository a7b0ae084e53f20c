internal import Assets
internal import SQLite

/// Writes the terms that a reader has gathered.
struct TermLoad: ~Copyable {
  private struct State {
    /// In the store.
    let id: UInt32
    let isNew: Bool
    /// Of how many assets it has been found to be a fact, and for how many of them the store says so.
    var count: UInt32 = 0
    var written: UInt32 = 0
  }

  /// By the reader's numbers.
  private var states: [State] = []
  private var nextID: UInt32
  /// Whether the store had no term, and all of them are among the states.
  private var isComplete: Bool

  /// Where the store has no term yet, the index of their texts is made when there are all of them.
  init(_ connection: borrowing Connection) throws {
    let nextID = try TermTable.nextID(connection)
    if nextID == 1 { try connection.execute(TermTable.textIndexRemoval) }
    self.nextID = nextID
    isComplete = nextID == 1
  }

  mutating func write(_ gathered: GatheredTerms, _ connection: borrowing Connection) throws {
    if gathered.isFirst, !states.isEmpty { try finish(connection) }
    try writeNew(gathered, connection)
    try writeSpan(gathered, connection)
  }

  private mutating func writeNew(
    _ gathered: GatheredTerms, _ connection: borrowing Connection
  ) throws {
    let known = states.count
    for term in gathered.newTerms {
      let id = try isComplete ? nil : find(term, gathered.texts, connection)
      states.append(State(id: id ?? nextID, isNew: id == nil))
      if id == nil { nextID += 1 }
    }
    for posting in gathered.postings { states[Int(posting.number) - 1].count += posting.count }
    try connection.withStatement(TermTable.insertion) { insert in
      for (offset, term) in gathered.newTerms.enumerated() where states[known + offset].isNew {
        let state = states[known + offset]
        let row: [5 of Statement.Slice] = [
          .integer(Int64(state.id)), .integer(parentID(of: term)),
          .integer(Int64(term.kind.rawValue)), .text(term.text), .integer(Int64(state.count)),
        ]
        try insert.run(row.span, in: gathered.texts.span)
        states[known + offset].written = state.count
      }
    }
  }

  private func parentID(of term: GatheredTerms.NewTerm) -> Int64 {
    term.parent == 0 ? 0 : Int64(states[Int(term.parent) - 1].id)
  }

  private func find(
    _ term: GatheredTerms.NewTerm, _ texts: [UInt8], _ connection: borrowing Connection
  ) throws -> UInt32? {
    // Below what is new there is nothing.
    if term.parent != 0, states[Int(term.parent) - 1].isNew { return nil }
    return try TermTable.find(
      below: parentID(of: term), term.kind, texts.span.extracting(term.text), connection
    )?.checkedID
  }

  private func writeSpan(
    _ gathered: GatheredTerms, _ connection: borrowing Connection
  ) throws {
    let span = gathered.span
    let isNew = try !SpanTable.hasSpan(span, connection)
    // In the order of the store's ids: theirs is another where the store had some of the terms.
    let postings =
      isComplete ? gathered.postings : gathered.postings.sorted { id(of: $0) < id(of: $1) }
    try connection.withStatement(SpanTable.insertion) { insert in
      for posting in postings {
        guard let place = SpanTable.place(span, id(of: posting)) else { throw TermTable.damage }
        if !isNew, let union = try union(posting, of: gathered, connection) {
          let row: [2 of Statement.Slice] = [.integer(place), .blob(0..<union.count)]
          try insert.run(row.span, in: union.span)
        } else {
          let row: [2 of Statement.Slice] = [.integer(place), .blob(posting.blob)]
          try insert.run(row.span, in: gathered.blobs.span)
        }
      }
    }
  }

  private func id(of posting: GatheredTerms.Posting) -> Int64 {
    Int64(states[Int(posting.number) - 1].id)
  }

  /// The ids of a term together with those that it has in the span; nil if it has none.
  private func union(
    _ posting: GatheredTerms.Posting, of gathered: GatheredTerms,
    _ connection: borrowing Connection
  ) throws -> [UInt8]? {
    try SpanTable.withBlob(gathered.span, id(of: posting), connection) { blob in
      guard !blob.isEmpty else { return nil }
      var bits = try SpanBits(blob)
      try bits.formUnion(gathered.blobs.span.extracting(posting.blob))
      var union: [UInt8] = []
      SpanBlob.append(bits, to: &union)
      return union
    }
  }

  /// Writes what is left to write of the terms so far, and forgets them.
  mutating func finish(_ connection: borrowing Connection) throws {
    for state in states where state.count != state.written {
      try TermTable.count(Int64(state.id), by: Int64(state.count - state.written), connection)
    }
    // Fields that no asset has something in.
    for state in states where state.isNew && state.count == 0 {
      try TermTable.remove(Int64(state.id), connection)
    }
    if isComplete { try connection.execute(TermTable.textIndex) }
    isComplete = false
    states = []
  }
}
