package import Assets
package import AssetSQLite

/// Which assets have which terms, as one number: the sum, over all pairs of a term and an asset that has it, of the
/// product of two keyed hashes. It is the same for the same pairs in whatever order, and for others only by a chance of
/// about one in 2^58, whoever made them: the key is made at random and never leaves the process.
package struct TermSum: Equatable, Sendable {
  package private(set) var value: UInt64 = 0

  package init() {}

  /// Adds an asset with the sum of the names of its terms, or a term with the sum of the weights of its assets.
  mutating func add(_ names: UInt64, times weights: UInt64) { value &+= names &* weights }
}

/// Names terms and weighs assets for a `TermSum`, by hashes.
package struct TermHash: Sendable, TermNaming {
  private let ofTerms = KeyedHash()
  private let ofAssets = KeyedHash()

  package init() {}

  var epoch: Int { 0 }
  var top: UInt64 { 0 }

  func name(_ parent: UInt64, kind: Term.Kind, in text: Span<UInt8>) -> UInt64 {
    ofTerms.hash(text, from: parent &+ UInt64(kind.rawValue))
  }

  @inline(__always)
  func weight(of id: Int64) -> UInt64 { ofAssets.hash(UInt64(bitPattern: id)) }
}

/// Sums up what assets of one type say.
package struct TermSummer {
  private var fields: FieldTerms<TermHash>
  private var hash: TermHash

  package init(_ type: AssetType, hash: TermHash) {
    fields = FieldTerms(type)
    self.hash = hash
  }

  /// - Parameter first: the column of the type's first field.
  /// - Throws: `damaged` for a map that is not in canonical form.
  package mutating func add(
    _ row: borrowing Statement, from first: Int, of id: Int64, to sum: inout TermSum
  ) throws {
    try fields.extract(row, from: first, with: &hash)
    sum.add(fields.terms.reduce(0, &+), times: hash.weight(of: id))
  }
}
