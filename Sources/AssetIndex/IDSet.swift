/// A set of asset ids, block by block. Ids come from a file, which may name any.
package struct IDSet {
  package private(set) var blocks: [Int64: BlockBits] = [:]

  /// The empty set.
  package init() {}

  package init(_ block: Int64, bits: BlockBits) { blocks = [block: bits] }

  /// In order.
  package var ids: [Int64] {
    blocks.sorted { $0.key < $1.key }.flatMap { block, bits in
      bits.ids.map { AssetID(block: block, low: $0).number }
    }
  }

  /// How many there are.
  package var count: Int { blocks.values.reduce(0) { $0 + $1.count } }

  package func contains(_ id: Int64) -> Bool {
    blocks[AssetID(id).block]?.contains(AssetID(id).low) == true
  }

  /// Whether it is new.
  package mutating func insert(_ id: Int64) -> Bool {
    blocks[AssetID(id).block, default: BlockBits()].insert(AssetID(id).low)
  }

  package mutating func insert(contentsOf ids: Range<Int64>) {
    var id = ids.lowerBound
    while id < ids.upperBound {
      let first = id & ~0xFFFF
      let end = min(ids.upperBound, first + 0x10000)
      blocks[AssetID(id).block, default: BlockBits()]
        .insert(contentsOf: Int(id - first)..<Int(end - first))
      id = end
    }
  }

  package mutating func remove(_ id: Int64) { blocks[AssetID(id).block]?.remove(AssetID(id).low) }

  package mutating func formUnion(_ other: IDSet) {
    for (block, bits) in other.blocks { blocks[block, default: BlockBits()].formUnion(bits) }
  }

  package mutating func subtract(_ other: IDSet) {
    for (block, bits) in other.blocks { blocks[block]?.subtract(bits) }
  }
}
