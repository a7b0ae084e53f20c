import AssetIndex
import Testing
import TestSupport

@Suite struct BlockChangeTests {
  @Test func `a change is what it was made of`() {
    for term in [0, 1, 1 << 11, UInt32.max] {
      for low in [0, 1, UInt16.max] {
        for isRemoved in [false, true] {
          let change = BlockChange(term: term, low: low, isRemoved: isRemoved)
          #expect(change.term == term && change.low == low && change.isRemoved == isRemoved)
        }
      }
    }
  }

  @Test(arguments: [1, 2_047, 2_048, 1 << 22, UInt32.max])
  func `changes are sorted by term, and those of one term stay in their order`(highest: UInt32) {
    var random = SeededGenerator(seed: 4)
    var changes = (0..<2_000).map { number in
      BlockChange(
        term: .random(in: 0...highest, using: &random) / 3, low: UInt16(number), isRemoved: false)
    }
    let expected = changes.enumerated().sorted {
      ($0.element.term, $0.offset) < ($1.element.term, $1.offset)
    }.map(\.element.low)
    BlockChange.sortByTerm(&changes)
    #expect(changes.map(\.low) == expected)
  }

  @Test func `no changes are sorted too`() {
    var changes: [BlockChange] = []
    BlockChange.sortByTerm(&changes)
    #expect(changes.isEmpty)
  }
}
