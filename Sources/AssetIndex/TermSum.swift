internal import Assets

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

  static var checksMaps: Bool { true }
  var epoch: Int { 0 }
  var top: UInt64 { 0 }

  func name(_ parent: UInt64, kind: Term.Kind, in text: Span<UInt8>) -> UInt64 {
    ofTerms.hash(text, from: parent &+ UInt64(kind.rawValue))
  }

  @inline(__always)
  func weight(of id: Int64) -> UInt64 { ofAssets.hash(UInt64(bitPattern: id)) }
}
