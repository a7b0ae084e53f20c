internal import Assets

/// Why a text is no JSON, and where.
struct JSONFault: Error, Hashable {
  /// From the start of the text.
  let offset: Int
  let reason: String

  /// The fault of the input that the text is from.
  func fault(_ input: String, at place: Place, advice: String? = nil) -> Fault {
    Fault(.input, input, why: "this is no JSON: \(reason)", advice: advice, place: place)
  }
}
