/// A length of time as PostgreSQL's intervals have it: months are counted by the calendar, the rest by the clock.
package struct Interval: Hashable, Sendable {
  /// Below zero for the past.
  package let months: Int
  /// Below zero for the past.
  package let seconds: Int

  /// Reads whole numbers with their units: `30 days`, `1 year 6 months`, `-2 hours`. Nil if it is none, or longer than
  /// anything is.
  package init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
    var (months, seconds) = (0, 0)
    for index in stride(from: 0, to: words.count, by: 2) {
      guard let count = Int(words[index]), count.magnitude < 1 << 32,
        let unit = Self.units[words[index + 1].lowercased()]
      else { return nil }
      months += count * unit.months
      seconds += count * unit.seconds
      // However many words there are, no sum overflows, and whoever reckons with one has room left.
      guard months.magnitude < 1 << 60, seconds.magnitude < 1 << 60 else { return nil }
    }
    (self.months, self.seconds) = (months, seconds)
  }

  private init(months: Int, seconds: Int) { (self.months, self.seconds) = (months, seconds) }

  package static prefix func - (interval: Interval) -> Interval {
    Interval(months: -interval.months, seconds: -interval.seconds)
  }

  private static let units: [String: (months: Int, seconds: Int)] = {
    let units: [([String], (months: Int, seconds: Int))] = [
      (["second", "seconds", "sec", "secs", "s"], (0, 1)),
      (["minute", "minutes", "min", "mins"], (0, 60)),
      (["hour", "hours", "hr", "hrs", "h"], (0, 3_600)),
      (["day", "days", "d"], (0, 86_400)), (["week", "weeks", "w"], (0, 604_800)),
      (["month", "months", "mon", "mons"], (1, 0)),
      (["year", "years", "yr", "yrs", "y"], (12, 0)),
    ]
    return units.reduce(into: [:]) { table, entry in
      for name in entry.0 { table[name] = entry.1 }
    }
  }()
}
