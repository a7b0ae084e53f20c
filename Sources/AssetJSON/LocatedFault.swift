internal import Assets

/// A fault of a value, with its offset in the text.
package struct LocatedFault: Error {
  package let offset: Int
  package let reason: String
  package let advice: String?

  package init(offset: Int, reason: String, advice: String?) {
    self.offset = offset
    self.reason = reason
    self.advice = advice
  }
}

extension ValueFault {
  package func located(on tape: borrowing JSONTape) -> LocatedFault {
    LocatedFault(offset: tape.offset(of: index), reason: reason, advice: advice)
  }
}
