import AssetIndex
import Testing
import TestSupport

@Suite struct BlockBitsTests {
  @Test(arguments: 1...4)
  func `a set of bits is what a plain set is, whatever is done to it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (bits, plain) = (BlockBits(), Set<UInt16>())
    for _ in 0..<300 {
      let low = UInt16.random(in: .min ... .max, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3: #expect(bits.insert(low) == plain.insert(low).inserted)
      case 3:
        bits.remove(low)
        plain.remove(low)
      case 4:
        let end = min(Int(low) + Int.random(in: 0...200, using: &random), BlockBits.width)
        bits.insert(contentsOf: Int(low)..<end)
        plain.formUnion((Int(low)..<end).map(UInt16.init))
      case 5:
        let other = BlockBits.of(Int(low) / 2..<Int(low))
        bits.formUnion(other)
        plain.formUnion(other.ids)
      case 6:
        let other = BlockBits.of(0..<Int(low / 8))
        bits.subtract(other)
        plain.subtract(other.ids)
      default:
        let other = BlockBits.of(Int(low / 64)..<BlockBits.width)
        bits.formIntersection(other)
        plain.formIntersection(other.ids)
      }
      #expect(bits.count == plain.count && bits.contains(low) == plain.contains(low))
      #expect(bits.next(from: Int(low)) == plain.filter { $0 >= low }.min())
    }
    #expect(bits.ids == plain.sorted())
  }

  @Test(arguments: [0, 1, 63, 64, 65, 4_095, 65_472, 65_535])
  func `what is below an id goes, and the id stays`(low: Int) {
    var bits = BlockBits.of(0..<BlockBits.width)
    bits.removeAll(below: low)
    #expect(bits.next(from: 0) == UInt16(low) && bits.count == BlockBits.width - low)
    #expect(bits.next(from: BlockBits.width) == nil)
  }

  @Test func `nothing is inserted of an empty range, and all of a full one`() {
    #expect(BlockBits.of(5..<5).isEmpty)
    #expect(BlockBits.of(0..<BlockBits.width).count == BlockBits.width)
    #expect(BlockBits.of(65_535..<65_536).ids == [65_535])
  }
}

extension BlockBits {
  static func of(_ lows: Range<Int>) -> BlockBits {
    var bits = BlockBits()
    bits.insert(contentsOf: lows)
    return bits
  }
}
