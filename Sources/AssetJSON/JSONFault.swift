package import Assets

/// Why a text is no JSON, and where.
package struct JSONFault: Error, Hashable {
  /// From the start of the text.
  package let offset: Int
  package let reason: String

  /// The fault of the input that the text is from.
  package func fault(_ input: String, at place: Place, advice: String? = nil) -> Fault {
    Fault(.input, what: input, why: "this is no JSON: \(reason)", advice: advice, place: place)
  }
}
