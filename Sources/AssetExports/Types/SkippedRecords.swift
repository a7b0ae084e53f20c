internal import Assets

/// How many records an input has that are not taken, by what they are.
struct SkippedRecords {
  /// Of types that are not taken.
  private var foreign: [String: Int] = [:]
  /// No assets that there are: deleted, replaced, or no resources.
  private var absent: [String: Int] = [:]

  /// Counts records of a type that is not taken.
  mutating func add(foreign what: String, count: Int = 1) {
    Self.count(what, by: count, in: &foreign)
  }

  /// Counts records that are no assets that there are.
  mutating func add(absent what: String, count: Int = 1) {
    Self.count(what, by: count, in: &absent)
  }

  /// So many different ones that only an attack has them are counted together.
  private static func count(_ what: String, by count: Int, in counts: inout [String: Int]) {
    let what = what.shortened(toScalars: 200)
    let isKnown = counts[what] != nil || counts.count < 1_000
    counts[isKnown ? what : "(others)", default: 0] += count
  }

  /// Of both sorts.
  var all: [String: Int] { foreign.merging(absent, uniquingKeysWith: +) }

  /// How many are of types that are not taken.
  var foreignCount: Int { foreign.values.reduce(0, +) }
}
