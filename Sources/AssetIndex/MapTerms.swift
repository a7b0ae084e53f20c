internal import Assets

/// The terms of maps that have come before, as far as they are remembered.
struct MapTerms<Name> {
  private var memo = TextMemo()
  /// Of all of them, one behind the other.
  private var terms: [Name] = []
  private var ranges: [Range<Int>] = []

  /// Appends the terms of a map; false if they are not known.
  mutating func append(of text: Span<UInt8>, to terms: inout [Name]) -> Bool {
    guard let place = memo.value(of: text) else { return false }
    terms.append(contentsOf: self.terms[ranges[place]])
    return true
  }

  mutating func remember(_ terms: ArraySlice<Name>, of text: Span<UInt8>) {
    guard memo.remember(text, value: ranges.count) else {
      if memo.isEmpty { removeAll() }
      return
    }
    ranges.append(self.terms.count..<self.terms.count + terms.count)
    self.terms += terms
  }

  /// Forgets them: the numbers of terms have changed.
  mutating func removeAll() {
    memo.removeAll()
    terms = []
    ranges = []
  }
}
