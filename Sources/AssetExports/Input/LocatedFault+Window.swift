internal import AssetJSON
internal import Assets

extension LocatedFault {
  /// The fault of the text that begins with the window's first unread byte.
  func fault(in window: borrowing InputWindow) -> Fault {
    Fault(
      .input, what: window.name, why: reason, advice: advice, place: window.place(at: offset))
  }
}
