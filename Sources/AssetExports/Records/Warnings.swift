internal import Assets

/// What was odd about an input and taken all the same: how often each rule was violated, and the first case.
package struct Warnings: Hashable, Sendable {
  /// How often a rule was violated.
  package struct Entry: Hashable, Sendable {
    /// How many records.
    package var count: Int
    /// The first of them.
    package let example: String
  }

  /// By rule.
  package private(set) var entries: [String: Entry] = [:]

  package init() {}

  /// Counts violations of a rule.
  ///
  /// - Parameter example: what is said of the first of them; not made for the others.
  package mutating func add(_ rule: String, count: Int = 1, example: @autoclosure () -> String) {
    if entries[rule] != nil {
      entries[rule]?.count += count
    } else {
      entries[rule] = Entry(count: count, example: example())
    }
  }

  /// Adds the counts of others; the examples that are here already stay.
  ///
  /// - Parameter source: what the input that they are of is called, to be named in the examples; nil if it is the only
  ///   one.
  package mutating func merge(_ other: Warnings, of source: String? = nil) {
    for (rule, entry) in other.entries {
      add(
        rule, count: entry.count,
        example: source.map { "\($0): \(entry.example)" } ?? entry.example)
    }
  }
}
