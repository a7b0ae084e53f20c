/// Why a text is no JSON, and where.
struct JSONFault: Error, Hashable {
  /// From the start of the text.
  let offset: Int
  let reason: String
}
