package import AssetSQLite

/// The number of an asset, and where the index has it: in a block of 65,536 consecutive ids.
package struct AssetID: Hashable, Sendable {
  /// As the column `_id` has it.
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  /// - Parameter low: its number within the block.
  package init(block: Int64, low: UInt16) { number = block << 16 | Int64(low) }

  /// The number of its block.
  package var block: Int64 { number >> 16 }

  /// Its number within the block.
  package var low: UInt16 { UInt16(truncatingIfNeeded: number) }

  /// The first and the last id of a block, for `BETWEEN ? AND ?`.
  package static func range(ofBlock block: Int64) -> [Value] {
    [
      .integer(AssetID(block: block, low: 0).number),
      .integer(AssetID(block: block, low: .max).number),
    ]
  }
}
