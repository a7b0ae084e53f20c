package import Assets

/// Sums up what assets of one type say, a column at a time, so that each text is scanned once.
package struct TermSummer {
  /// What a text in a column has turned out to be.
  package enum Found: Sendable {
    /// No map, or of no field of the type.
    case text
    /// A map in canonical form.
    case map
    /// One that came before, byte for byte.
    case knownMap
    /// A text where a map belongs, and none in canonical form: the sum is of no use any more.
    case noMap
  }

  private var fields: FieldTerms<TermHash>
  private var hash: TermHash

  package init(_ type: AssetType, hash: TermHash) {
    fields = FieldTerms(type)
    self.hash = hash
  }

  /// Begins with another asset.
  package mutating func begin() { fields.begin(&hash) }

  /// Takes in a text of the asset.
  ///
  /// - Parameter column: which of the type's fields it is, or one behind them.
  package mutating func add(_ text: Span<UInt8>, in column: Int) -> Found {
    guard let index = fields.index(ofColumn: column) else { return .text }
    do {
      let isKnown = try fields.add(text, at: index, with: &hash)
      return isKnown ? .knownMap : fields.isMap(at: index) ? .map : .text
    } catch {
      return .noMap
    }
  }

  /// Takes in an integer of the asset, which the index has as a text.
  package mutating func add(_ number: Int64, in column: Int) {
    if fields.index(ofColumn: column) != nil {
      _ = add(String(number).utf8.span, in: column)
    }
  }

  /// Adds the asset to a sum, when all that it says was taken in.
  package mutating func add(to sum: inout TermSum, as id: Int64) {
    sum.add(fields.terms.reduce(0, &+), times: hash.weight(of: id))
  }
}
