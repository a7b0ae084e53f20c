/// Why a value does not fit its field.
struct ValueFault: Error {
  /// Where it is on the tape.
  let index: Int
  let reason: String
  let advice: String?

  init(_ index: Int, _ reason: String, _ advice: String? = nil) {
    self.index = index
    self.reason = reason
    self.advice = advice
  }
}
