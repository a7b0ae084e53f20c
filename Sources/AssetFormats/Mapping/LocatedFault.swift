internal import Assets

/// A fault of a value, with its offset in the text.
struct LocatedFault: Error {
  let offset: Int
  let reason: String
  let advice: String?

  /// The fault of the text that begins with the window's first unread byte.
  func fault(in window: borrowing InputWindow) -> Fault {
    Fault(
      .input, window.name, why: reason, advice: advice, place: window.place(at: offset))
  }
}

extension ValueFault {
  func located(on tape: borrowing JSONTape) -> LocatedFault {
    LocatedFault(offset: tape.offset(of: index), reason: reason, advice: advice)
  }
}
