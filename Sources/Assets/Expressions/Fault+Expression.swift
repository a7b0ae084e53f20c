extension Fault {
  /// What is wrong with an expression, and where if it was text.
  package static func expression(_ why: String, _ advice: String?, at place: TextPlace?) -> Fault {
    Fault(.usage, "expression", why: why, advice: advice, excerpt: place)
  }
}
