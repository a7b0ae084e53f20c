internal import Assets
package import AssetSQLite

/// A set of assets of one type whose terms have been looked up: asks for the ids of a block at a time.
package struct AssetSet {
  package indirect enum Part: Hashable, Sendable {
    case term(Int64)
    /// Any of these terms, in order.
    case anyOf([Int64])
    case unknownTags
    case seen(ClosedRange<Int64>)
    case and([Part])
    case or([Part])
    case not(Part)

    static let none = Part.or([])
    static let all = Part.and([])
  }

  /// The type's own term; nil if it has no assets.
  package let type: Int64?
  package let part: Part
  /// Whether the store has assets of other types too.
  package let hasOthers: Bool
  /// At most how many assets there are.
  package let estimate: Int

  /// Lends the ids of each block that has any, in order and from this one on, until the body says false.
  package func forEachBlock(
    from first: Int64 = .min, on connection: borrowing Connection,
    body: (Int64, BlockBits) throws -> Bool
  ) throws {
    guard estimate > 0 else { return }
    let first = AssetID(first)
    try BlockTable.forEachBlock(from: first.block, on: connection) { block in
      var bits = try bits(inBlock: block, on: connection)
      if block == first.block { bits.removeAll(below: Int(first.low)) }
      return try bits.isEmpty || body(block, bits)
    }
  }

  /// The ids of the block that are in the set.
  package func bits(inBlock block: Int64, on connection: borrowing Connection) throws -> BlockBits {
    guard type != nil, estimate > 0 else { return BlockBits() }
    // Where there are no others, a term has assets of this type only.
    let all = try hasOthers ? bitsOfType(block, on: connection) : nil
    return try bits(of: part, within: all, inBlock: block, on: connection)
  }

  private func bitsOfType(_ block: Int64, on connection: borrowing Connection) throws -> BlockBits {
    try BlockTable.withBlob(block, term: type ?? 0, on: connection) { try BlockBits($0) }
  }

  /// - Parameter base: nil for all assets of the type.
  private func bits(
    of part: Part, within base: BlockBits?, inBlock block: Int64,
    on connection: borrowing Connection
  ) throws -> BlockBits {
    if let base, base.isEmpty { return base }
    switch part {
    case .term(let term):
      return try BlockTable.withBlob(block, term: term, on: connection) { blob in
        guard var bits = base else { return try BlockBits(blob) }
        try bits.formIntersection(blob)
        return bits
      }
    case .anyOf(let terms):
      var bits = try union(terms, inBlock: block, on: connection)
      if let base { bits.formIntersection(base) }
      return bits
    case .unknownTags:
      var bits = try UnknownTags.bits(inBlock: block, on: connection)
      if let base { bits.formIntersection(base) }
      return bits
    case .seen(let runs):
      var bits = try RunAssets.bits(.seen, inBlock: block, by: runs, on: connection)
      if let base { bits.formIntersection(base) }
      return bits
    case .and(let parts):
      var bits = base
      for part in parts {
        bits = try self.bits(of: part, within: bits, inBlock: block, on: connection)
      }
      return try bits ?? bitsOfType(block, on: connection)
    case .or(let parts):
      var bits = BlockBits()
      for part in parts {
        bits.formUnion(try self.bits(of: part, within: base, inBlock: block, on: connection))
      }
      return bits
    case .not(let part):
      var bits = try base ?? bitsOfType(block, on: connection)
      bits.subtract(try self.bits(of: part, within: bits, inBlock: block, on: connection))
      return bits
    }
  }

  private func union(
    _ terms: [Int64], inBlock block: Int64, on connection: borrowing Connection
  ) throws -> BlockBits {
    var bits = BlockBits()
    guard let first = terms.first, let last = terms.last else { return bits }
    if terms.count > BlockTable.maxSought {
      var next = 0
      try BlockTable.forEachBlob(block, in: first...last, on: connection) { term, blob in
        while next < terms.count, terms[next] < term { next += 1 }
        if next < terms.count, terms[next] == term { try bits.formUnion(blob) }
      }
    } else {
      for term in terms {
        try BlockTable.withBlob(block, term: term, on: connection) { try bits.formUnion($0) }
      }
    }
    return bits
  }
}
