import AssetIndex
import Assets
import Testing
import TestSupport

@Suite struct BlockBlobTests {
  /// Ids that are spread over a block.
  private static func ids(_ count: Int) -> [UInt16] {
    (0..<count).map { UInt16($0 * BlockBits.width / max(count, 1)) }
  }

  @Test(arguments: [0, 1, 3, 4, 4_094, 4_095, 4_096, 65_535, 65_536])
  func `a set is a list of two bytes an id up to 4,095, and a bitmap from there on`(
    count: Int
  ) throws {
    let ids = Self.ids(count)
    var blob: [UInt8] = []
    BlockBlob.append(ids, to: &blob)
    #expect(blob.count == (count > 4_095 ? 8_192 : 2 * count))
    #expect(blob.count == BlockBlob.size(of: count))
    #expect(BlockBlob.isBitmap(blob.span) == (count > 4_095))
    #expect(try BlockBits(blob.span).ids == ids)
    var ofBits: [UInt8] = []
    BlockBlob.append(try BlockBits(blob.span), to: &ofBits)
    #expect(ofBits == blob)
    // One by one, between two others in one buffer.
    var buffer = [UInt8](repeating: 0, count: blob.count + 4)
    var offset = 2
    for id in ids { BlockBlob.write(id, ofSetOf: count, to: &buffer, at: &offset) }
    #expect(buffer == [0, 0] + blob + [0, 0])
  }

  @Test func `ids are little-endian, and bits are counted from the lowest`() {
    var blob: [UInt8] = []
    BlockBlob.append([0x0102, 0xFFFE] as [UInt16], to: &blob)
    #expect(blob == [0x02, 0x01, 0xFE, 0xFF])
    var bitmap: [UInt8] = []
    BlockBlob.append(bitmap: BlockBits.of(0..<9), to: &bitmap)
    #expect(bitmap.count == 8_192 && Array(bitmap.prefix(3)) == [0xFF, 0x01, 0x00])
  }

  @Test(arguments: [1, 7, 8_191, 8_193, 8_194, 16_384])
  func `a blob of any other length is damage`(count: Int) {
    let blob = [UInt8](repeating: 0, count: count)
    #expect(throws: Fault.self) { try BlockBits(blob.span) }
    var bits = BlockBits()
    #expect(throws: Fault.self) { try bits.formIntersection(blob.span) }
    #expect(throws: Fault.self) { try bits.countOfCommon(with: blob.span) }
  }

  @Test(arguments: [0, 10, 5_000], [0, 10, 5_000])
  func `what two sets have in common is the same, however they are spelled`(
    one: Int, other: Int
  ) throws {
    var blob: [UInt8] = []
    BlockBlob.append(Self.ids(one), to: &blob)
    let others = Set(Self.ids(other))
    var bits = BlockBits()
    for id in others { bits.insert(id) }
    let common = Self.ids(one).filter(others.contains)
    #expect(try bits.countOfCommon(with: blob.span) == common.count)
    try bits.formIntersection(blob.span)
    #expect(bits.ids == common)
  }
}
