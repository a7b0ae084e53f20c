extension Fault {
  /// What is wrong with an expression, and where if it was text.
  package static func expression(_ why: String, advice: String?, at place: TextPlace?) -> Fault {
    Fault(.usage, what: "expression", why: why, advice: advice, excerpt: place)
  }
}
