internal import Assets
package import AssetSQLite

/// Writes the terms that a reader has gathered.
package struct TermLoad: ~Copyable {
  private struct State {
    /// In the store; 0 until it has one.
    var id: UInt32 = 0
    var isNew = true
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
  package init(_ connection: borrowing Connection) throws {
    let nextID = try TermTable.nextID(connection)
    if nextID == 1 { try connection.execute(TermTable.textIndexRemoval) }
    self.nextID = nextID
    isComplete = nextID == 1
  }

  package mutating func write(_ gathered: GatheredTerms, on connection: borrowing Connection) throws
  {
    if gathered.isFirst, !states.isEmpty { try finish(connection) }
    try writeNew(gathered, on: connection)
    try writeBlock(gathered, on: connection)
  }

  private mutating func writeNew(
    _ gathered: GatheredTerms, on connection: borrowing Connection
  ) throws {
    var new: [(term: GatheredTerms.NewTerm, text: Range<Int>)] = []
    gathered.forEachNewTerm { new.append(($0, $1)) }
    let first = states.count
    states += [State](repeating: State(), count: new.count)
    for posting in gathered.postings { states[Int(posting.number) - 1].count += posting.count }
    var insertion = TermTable.insertion
    for place in isComplete ? Array(new.indices) : order(of: new, in: gathered) {
      let (term, text) = new[place]
      let known =
        try isComplete ? nil : find(term, in: gathered.texts.span.extracting(text), on: connection)
      let index = first + place
      states[index].id = known ?? nextID
      states[index].isNew = known == nil
      guard known == nil else { continue }
      nextID += 1
      let row: [5 of Statement.Slice] = [
        .integer(Int64(states[index].id)), .integer(parentID(of: term)),
        .integer(Int64(term.kind.rawValue)), .text(text), .integer(Int64(states[index].count)),
      ]
      try insertion.add(row.span, in: gathered.texts.span, on: connection)
      states[index].written = states[index].count
    }
    try insertion.finish(in: gathered.texts.span, on: connection)
  }

  /// The order of the index of texts, so that its pages are gone through once and not jumped about in. A term comes behind
  /// the one that it is below: its number is higher, and so is what it goes by.
  private func order(
    of terms: [(term: GatheredTerms.NewTerm, text: Range<Int>)], in gathered: GatheredTerms
  ) -> [Int] {
    terms.indices.sorted { one, other in
      let (left, right) = (terms[one], terms[other])
      let (leftPlace, rightPlace) =
        ((left.term.parent, left.term.kind.rawValue), (right.term.parent, right.term.kind.rawValue))
      guard leftPlace == rightPlace else { return leftPlace < rightPlace }
      let texts = gathered.texts.span
      return compareBytes(texts.extracting(left.text), with: texts.extracting(right.text)) < 0
    }
  }

  private func parentID(of term: GatheredTerms.NewTerm) -> Int64 {
    term.parent == 0 ? 0 : Int64(states[Int(term.parent) - 1].id)
  }

  private func find(
    _ term: GatheredTerms.NewTerm, in text: Span<UInt8>, on connection: borrowing Connection
  ) throws -> UInt32? {
    // Below what is new there is nothing.
    if term.parent != 0, states[Int(term.parent) - 1].isNew { return nil }
    return try TermTable.find(below: parentID(of: term), kind: term.kind, in: text, on: connection)?
      .checkedID
  }

  private func writeBlock(
    _ gathered: GatheredTerms, on connection: borrowing Connection
  ) throws {
    let isNew = try !BlockTable.hasBlock(gathered.block, on: connection)
    var insertion = BlockTable.insertion
    if isComplete {
      try gathered.forEachPosting { posting, blob in
        try write(
          posting, blob: blob, of: gathered, isNewBlock: isNew, with: &insertion, on: connection)
      }
    } else {
      // The store had some of the terms, so that the order of its ids is another.
      var postings: [(posting: GatheredTerms.Posting, blob: Range<Int>)] = []
      gathered.forEachPosting { postings.append(($0, $1)) }
      postings.sort { id(of: $0.posting) < id(of: $1.posting) }
      for (posting, blob) in postings {
        try write(
          posting, blob: blob, of: gathered, isNewBlock: isNew, with: &insertion, on: connection)
      }
    }
    try insertion.finish(in: gathered.blobs.span, on: connection)
  }

  private func write(
    _ posting: GatheredTerms.Posting, blob: Range<Int>, of gathered: GatheredTerms,
    isNewBlock: Bool, with insertion: inout RowInsertion, on connection: borrowing Connection
  ) throws {
    guard let place = BlockTable.place(gathered.block, term: id(of: posting)) else {
      throw TermTable.damage
    }
    let ids = gathered.blobs.span.extracting(blob)
    if !isNewBlock,
      let union = try union(id(of: posting), ids: ids, inBlock: gathered.block, on: connection)
    {
      var replacement = BlockTable.insertion
      let row: [2 of Statement.Slice] = [.integer(place), .blob(0..<union.count)]
      try replacement.add(row.span, in: union.span, on: connection)
      try replacement.finish(in: union.span, on: connection)
    } else {
      let row: [2 of Statement.Slice] = [.integer(place), .blob(blob)]
      try insertion.add(row.span, in: gathered.blobs.span, on: connection)
    }
  }

  private func id(of posting: GatheredTerms.Posting) -> Int64 {
    Int64(states[Int(posting.number) - 1].id)
  }

  /// The ids of a term together with those that it has in the block; nil if it has none.
  private func union(
    _ term: Int64, ids: Span<UInt8>, inBlock block: Int64, on connection: borrowing Connection
  ) throws -> [UInt8]? {
    try BlockTable.withBlob(block, term: term, on: connection) { blob in
      guard !blob.isEmpty else { return nil }
      var bits = try BlockBits(blob)
      try bits.formUnion(ids)
      var union: [UInt8] = []
      BlockBlob.append(bits, to: &union)
      return union
    }
  }

  /// Writes what is left to write of the terms so far, and forgets them.
  package mutating func finish(_ connection: borrowing Connection) throws {
    for state in states where state.count != state.written {
      try TermTable.count(Int64(state.id), by: Int64(state.count - state.written), on: connection)
    }
    // Fields that no asset has something in.
    for state in states where state.isNew && state.count == 0 {
      try TermTable.remove(Int64(state.id), on: connection)
    }
    if isComplete { try connection.execute(TermTable.textIndex) }
    isComplete = false
    states = []
  }
}
