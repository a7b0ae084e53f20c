internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Holds the index of terms against the assets, block by block.
struct TermIndexCheck: ~Copyable {
  private var dictionary: TermDictionary
  private var walk: AssetWalk
  private var editor = BlockEditor()
  /// How many assets each term should count.
  private var counts: [UInt32: Int] = [:]

  /// What is wrong; nil if nothing is.
  static func flaw(_ connection: borrowing Connection) throws -> String? {
    let limit = TermIndexWriter.Limits().dictionary
    var check = try TermIndexCheck(
      TermDictionary(connection, maxBytes: limit), walk: AssetWalk(connection))
    var block = try check.nextBlock(from: .min, on: connection)
    while let this = block {
      guard this >= 0 else { return "it has ids in block \(this), where no asset can be" }
      if let flaw = try check.flaw(inBlock: this, on: connection) { return flaw }
      block = try check.nextBlock(from: this + 1, on: connection)
    }
    return try check.flawOfCounts(connection)
  }

  /// - Throws: `damaged` where an asset has an id that no run can have given to it.
  static func requireIDs(_ connection: borrowing Connection) throws {
    guard let end = try connection.integer("SELECT next_id FROM store"),
      1...BlockTable.idLimit ~= end
    else {
      throw Fault(
        .damaged, what: "the next id", why: "it is none that a run gives",
        advice: "restore a backup")
    }
    for type in try TypeRegistry.withTables(connection) {
      let wrong = try connection.integer(
        "SELECT _id FROM \(AssetTable(type).name) WHERE _id < 1 OR _id >= ? LIMIT 1",
        with: .integer(end))
      if let wrong {
        throw AssetWalk.damagedID(wrong, why: "an asset has it that no run can have given")
      }
    }
  }

  private init(_ dictionary: consuming TermDictionary, walk: AssetWalk) {
    self.dictionary = dictionary
    self.walk = walk
  }

  /// The first block, from this one on, that has assets or terms.
  private func nextBlock(from block: Int64, on connection: borrowing Connection) throws -> Int64? {
    let ofTerms = try BlockTable.next(from: block, on: connection)
    let ofAssets = try walk.nextBlock(from: block, on: connection)
    return [ofTerms, ofAssets].compactMap { $0 }.min()
  }

  private mutating func flaw(inBlock block: Int64, on connection: borrowing Connection) throws
    -> String?
  {
    try dictionary.makeRoom(connection)
    let expected = try changes(makingBlock: block, on: connection)
    var next = expected.startIndex
    var flaw: String?
    try BlockTable.forEachBlob(block, on: connection) { term, blob in
      let start = next
      while next < expected.endIndex, expected[next].term == expected[start].term { next += 1 }
      guard start < next, Int64(expected[start].term) == term else {
        return flaw = flaw ?? Self.describe(term, inBlock: block)
      }
      editor.begin()
      editor.apply(expected[start..<next])
      if !blob.isIdentical(inBytesTo: editor.blob.span) {
        flaw = flaw ?? Self.describe(term, inBlock: block)
      }
      counts[expected[start].term, default: 0] += next - start
    }
    if flaw == nil, next < expected.endIndex {
      flaw = Self.describe(Int64(expected[next].term), inBlock: block)
    }
    return flaw
  }

  private static func describe(_ term: Int64, inBlock block: Int64) -> String {
    "the ids of term \(term) in block \(block) are not what the assets say"
  }

  /// What would make the block from nothing, by term.
  private mutating func changes(
    makingBlock block: Int64, on connection: borrowing Connection
  ) throws -> [BlockChange] {
    var changes: [BlockChange] = []
    try walk.forEachAsset(inBlock: block, on: connection) { id, row, extractor in
      try extractor.extract(row, from: 1, with: &dictionary.interner)
      for term in extractor.terms {
        changes.append(
          BlockChange(
            term: try dictionary.id(of: term, on: connection), low: AssetID(id).low,
            isRemoved: false))
      }
    }
    BlockChange.sortByTerm(&changes)
    return changes
  }

  private func flawOfCounts(_ connection: borrowing Connection) throws -> String? {
    var flaw: String?
    var count = 0
    try connection.forEachRow("SELECT id, assets FROM terms") { row in
      count += 1
      let id = UInt32(exactly: row.integer(at: 0) ?? 0) ?? 0
      if flaw == nil, counts[id] != Int(row.integer(at: 1) ?? 0) {
        flaw = "the count of term \(row.integer(at: 0) ?? 0) is not what the assets say"
      }
    }
    return flaw ?? (count == counts.count ? nil : "a term is missing")
  }
}
