internal import Assets
package import AssetSQLite

/// What the index of terms says by itself: whether it is spelled as it has to be, and what it comes to.
package struct IndexedTerms {
  /// The terms whose ids are in a range.
  private struct Terms {
    let ids: ClosedRange<Int64>
    /// By how far an id is behind the first: the names, and how many assets are still to be found.
    var names: [UInt64]
    var counts: [Int64]

    init(_ ids: ClosedRange<Int64>) {
      self.ids = ids
      names = [UInt64](repeating: 0, count: ids.count)
      counts = [Int64](repeating: 0, count: ids.count)
    }
  }

  private struct Flaw: Error {
    let text: String
  }

  private let hash: TermHash
  /// The names of terms that others are below and that are not among those at hand.
  private var farParents: [Int64: UInt64] = [:]
  private var blobCount: Int64 = 0
  private var sum = TermSum()
  private var flaw: String?

  /// How many ids of terms are looked at in one go through the blocks.
  private static let width: Int64 = 1 << 20

  /// Reads the whole index.
  ///
  /// - Parameter hash: that which the assets are summed up with.
  package init(_ connection: borrowing Connection, hash: TermHash) throws {
    self.hash = hash
    do { try read(connection) } catch let flaw as Flaw { self.flaw = flaw.text }
  }

  /// What is wrong with it; nil if nothing is.
  ///
  /// - Parameter assets: what the assets come to.
  package func flaw(against assets: TermSum) -> String? {
    flaw ?? (sum == assets ? nil : "the ids of the terms are not what the assets say")
  }

  private mutating func read(_ connection: borrowing Connection) throws {
    let last = try connection.integer("SELECT max(id) FROM terms") ?? 0
    var next = try connection.integer("SELECT min(id) FROM terms")
    while let first = next {
      guard first > 0, last <= Int64(UInt32.max) else {
        throw Flaw(text: "a term has the id \(first > 0 ? last : first)")
      }
      var terms = Terms(first...min(first + Self.width - 1, last))
      try readTerms(&terms, on: connection)
      try readBlocks(&terms, on: connection)
      if let index = terms.counts.firstIndex(where: { $0 != 0 }) {
        throw Flaw(text: "the count of term \(first + Int64(index)) is not what the assets say")
      }
      next = try connection.integer(
        "SELECT min(id) FROM terms WHERE id > ?", with: .integer(terms.ids.upperBound))
    }
    guard try connection.integer("SELECT count(*) FROM blocks") == blobCount else {
      throw Flaw(text: "a block has ids of a term that is missing")
    }
  }

  private mutating func readTerms(_ terms: inout Terms, on connection: borrowing Connection) throws
  {
    try connection.forEachRow(
      "SELECT parent, kind, text, id, assets FROM terms WHERE id BETWEEN ? AND ? ORDER BY id",
      with: [.integer(terms.ids.lowerBound), .integer(terms.ids.upperBound)]
    ) { row in
      let (id, count) = (row.integer(at: 3) ?? 0, row.integer(at: 4) ?? 0)
      let index = Int(id - terms.ids.lowerBound)
      guard count > 0 else {
        throw Flaw(text: "the count of term \(id) is not what the assets say")
      }
      terms.names[index] = try name(row, among: terms, depth: 0, on: connection)
      terms.counts[index] = count
    }
  }

  /// The name of a term from its parent, kind and text.
  private mutating func name(
    _ row: borrowing Statement, among terms: Terms, depth: Int,
    on connection: borrowing Connection
  ) throws -> UInt64 {
    let parent = row.integer(at: 0) ?? 0
    guard let kind = row.integer(at: 1).flatMap({ UInt8(exactly: $0) }).flatMap(Term.Kind.init)
    else { throw Flaw(text: "a term is of a kind that there is not") }
    var above = hash.top
    if parent != 0 { above = try name(of: parent, among: terms, depth: depth, on: connection) }
    return row.withBytes(at: 2) { hash.name(above, kind: kind, in: $0) }
  }

  /// The name of a term that others are below. It comes before them in almost every store.
  private mutating func name(
    of id: Int64, among terms: Terms, depth: Int, on connection: borrowing Connection
  ) throws -> UInt64 {
    if terms.ids.contains(id) {
      let name = terms.names[Int(id - terms.ids.lowerBound)]
      if name != 0 { return name }
    }
    if let name = farParents[id] { return name }
    var name: UInt64?
    // No term is deeper than the value of a key of a field.
    if depth < 3 {
      try connection.withStatement("SELECT parent, kind, text FROM terms WHERE id = ?") { find in
        try find.bind([.integer(id)])
        guard try find.step() else { return }
        name = try self.name(find, among: terms, depth: depth + 1, on: connection)
      }
    }
    guard let name else { throw Flaw(text: "the term \(id) is missing, and has others below it") }
    if farParents.count >= 1 << 16 { farParents.removeAll() }
    farParents[id] = name
    return name
  }
}

extension IndexedTerms {
  private mutating func readBlocks(
    _ terms: inout Terms, on connection: borrowing Connection
  ) throws {
    try BlockTable.forEachBlock(on: connection) { block in
      guard block >= 0 else {
        throw Flaw(text: "it has ids in block \(block), where no asset can be")
      }
      try BlockTable.forEachBlob(block, in: terms.ids, on: connection) { term, blob in
        let index = Int(term - terms.ids.lowerBound)
        let name = terms.names[index]
        guard name != 0, let (count, weights) = weigh(blob, inBlock: block) else {
          throw Flaw(
            text: "the ids of term \(term) in block \(block) are not what the assets say")
        }
        terms.counts[index] -= Int64(count)
        sum.add(name, times: weights)
        blobCount += 1
      }
      return true
    }
  }

  /// How many ids a blob has, and the sum of their weights; nil if it is not spelled as such a set is.
  private func weigh(_ blob: Span<UInt8>, inBlock block: Int64) -> (count: Int, weights: UInt64)? {
    var (count, weights) = (0, UInt64(0))
    if BlockBlob.isBitmap(blob) {
      for index in 0..<BlockBits.wordCount {
        var word = blob.word(at: index * 8)
        count += word.nonzeroBitCount
        while word != 0 {
          let low = Int64(index << 6 | word.trailingZeroBitCount)
          weights &+= hash.weight(of: block << 16 | low)
          word &= word - 1
        }
      }
      return BlockBlob.size(of: count) == blob.count ? (count, weights) : nil
    }
    guard blob.count > 0, blob.count.isMultiple(of: 2) else { return nil }
    var last: Int64 = -1
    for offset in stride(from: 0, to: blob.count, by: 2) {
      let low = Int64(UInt16(blob[offset]) | UInt16(blob[offset + 1]) << 8)
      guard low > last else { return nil }
      last = low
      weights &+= hash.weight(of: block << 16 | low)
    }
    count = blob.count / 2
    return BlockBlob.size(of: count) == blob.count ? (count, weights) : nil
  }
}
