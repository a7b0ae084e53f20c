package import Assets

extension Fault {
  /// What is wrong at a place of a text that somebody typed.
  package static func language(
    _ why: String, advice: String?, at offset: Int, of text: String
  ) -> Fault {
    Fault(.usage, what: "SQL", why: why, advice: advice, excerpt: TextPlace(text, at: offset))
  }
}
