/// Why a value does not fit its field.
package struct ValueFault: Error {
  /// Where it is on the tape.
  package let index: Int
  package let reason: String
  package let advice: String?

  package init(_ index: Int, reason: String, advice: String? = nil) {
    self.index = index
    self.reason = reason
    self.advice = advice
  }
}
