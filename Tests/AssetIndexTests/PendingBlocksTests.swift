import AssetIndex
import AssetMigrations
import AssetSQLite
import Testing
import TestSupport

@Suite struct PendingBlocksTests {
  private struct Place: Hashable {
    let block: Int64
    let term: Int64
  }

  private func store() throws -> Connection {
    let connection = try Connection.inMemory()
    for migration in Migration.all { try connection.execute(migration.sql) }
    return connection
  }

  private func sets(_ connection: borrowing Connection) throws -> [Place: [UInt16]] {
    var sets: [Place: [UInt16]] = [:]
    try connection.forEachRow("SELECT place, ids FROM blocks") { row in
      let place = row.integer(at: 0) ?? 0
      try row.withBytes(at: 1) {
        sets[Place(block: place >> 32, term: place & 0xFFFF_FFFF)] = try BlockBits($0).ids
      }
    }
    return sets
  }

  /// Room for one change, for some, and for all of them.
  @Test(arguments: [0, 50, 1_000_000])
  func `what is written is what was changed, in however little memory`(maxCount: Int) throws {
    let connection = try store()
    var random = SeededGenerator(seed: 9)
    var expected: [Place: Set<UInt16>] = [:]
    for _ in 0..<3 {
      var pending = PendingBlocks(maxCount: maxCount)
      for _ in 0..<3_000 {
        // Ids of several blocks interleave.
        let id = AssetID(
          block: .random(in: 0..<3, using: &random), low: .random(in: 0..<40, using: &random))
        let term = UInt32.random(in: 1...5, using: &random)
        let place = Place(block: id.block, term: Int64(term))
        let isRemoved = expected[place]?.contains(id.low) == true
        pending.add(id.number, term: term, isRemoved: isRemoved)
        if isRemoved {
          expected[place]?.remove(id.low)
        } else {
          expected[place, default: []].insert(id.low)
        }
        try pending.makeRoom(connection)
      }
      try pending.write(connection)
      let sorted = expected.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
      #expect(try sets(connection) == sorted)
    }
  }

  @Test func `a term whose last asset is gone leaves no row`() throws {
    let connection = try store()
    for isRemoved in [false, true] {
      var pending = PendingBlocks(maxCount: 10)
      pending.add(70_000, term: 3, isRemoved: isRemoved)
      try pending.write(connection)
      #expect(
        try sets(connection) == (isRemoved ? [:] : [Place(block: 1, term: 3): [4_464]]))
    }
  }
}
