import AssetIndex
import AssetSQLite
import Testing
import TestSupport

@Suite struct IDSetTests {
  @Test func `a set of ids over many blocks is what a plain set is`() {
    var random = SeededGenerator(seed: 6)
    var (ids, plain) = (IDSet(), Set<Int64>())
    for _ in 0..<200 {
      let id = Int64.random(in: 0..<400_000, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: #expect(ids.insert(id) == plain.insert(id).inserted)
      case 1:
        ids.remove(id)
        plain.remove(id)
      case 2:
        // Over the ends of blocks.
        let range = id..<id + .random(in: 0..<150_000, using: &random)
        ids.insert(contentsOf: range)
        plain.formUnion(range)
      default:
        var other = IDSet()
        other.insert(contentsOf: id..<id + 70_000)
        if Bool.random(using: &random) {
          ids.subtract(other)
          plain.subtract(id..<id + 70_000)
        } else {
          ids.formUnion(other)
          plain.formUnion(id..<id + 70_000)
        }
      }
      #expect(ids.count == plain.count && ids.contains(id) == plain.contains(id))
    }
    #expect(ids.ids == plain.sorted())
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 1 << 46] as [Int64])
  func `an id is its block and its number in it`(number: Int64) {
    let id = AssetID(number)
    #expect(AssetID(block: id.block, low: id.low) == id)
    let range = AssetID.range(ofBlock: id.block)
    #expect(range == [.integer(number - Int64(id.low)), .integer(number - Int64(id.low) + 65_535)])
  }
}
