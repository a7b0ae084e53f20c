/// A length of time as PostgreSQL's intervals have it: months and days are counted by the calendar, the rest by the
/// clock.
package struct Interval: Hashable, Sendable {
  /// Below zero for the past, as are days and microseconds.
  package let months: Int
  package let days: Int
  package let microseconds: Int

  /// Nil if it is longer than anything is, so that no reckoning with one overflows.
  package init?(months: Int = 0, days: Int = 0, microseconds: Int = 0) {
    guard months.magnitude < 1 << 31, days.magnitude < 1 << 34, microseconds.magnitude < 1 << 62
    else { return nil }
    (self.months, self.days, self.microseconds) = (months, days, microseconds)
  }

  /// Reads numbers with their units and times: `30 days`, `1 year 6 months`, `-2.5 hours`, `1 day 02:03:04.5`, `1 day
  /// ago`. Nil if it is none, or longer than anything is.
  package init?(_ text: String) {
    var reader = IntervalReader()
    guard let interval = reader.read(text) else { return nil }
    self = interval
  }

  package static prefix func - (interval: Interval) -> Interval {
    Interval(negating: interval)
  }

  private init(negating interval: Interval) {
    (months, days, microseconds) = (-interval.months, -interval.days, -interval.microseconds)
  }

  package static let microsecondsPerDay = 86_400_000_000

  /// Of two intervals the longer one has the greater; a month counts as thirty days.
  package var length: Int128 {
    (Int128(months) * 30 + Int128(days)) * Int128(Self.microsecondsPerDay) + Int128(microseconds)
  }

  /// As PostgreSQL writes it: `1 year 2 mons 3 days 04:05:06.5`, and a plus behind what is below zero.
  package var text: String {
    var parts: [String] = []
    var isBehindNegative = false
    for (count, unit) in [(months / 12, "year"), (months % 12, "mon"), (days, "day")]
    where count != 0 {
      let sign = isBehindNegative && count > 0 ? "+" : ""
      parts.append("\(sign)\(count) \(unit)\(count == 1 ? "" : "s")")
      isBehindNegative = count < 0
    }
    if microseconds != 0 || parts.isEmpty {
      parts.append((isBehindNegative && microseconds > 0 ? "+" : "") + clock)
    }
    return parts.joined(separator: " ")
  }

  private var clock: String {
    let size = microseconds.magnitude
    let seconds = size / 1_000_000
    let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    var text = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    var fraction = String(1_000_000 + size % 1_000_000).dropFirst()
    while fraction.hasSuffix("0") { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return microseconds < 0 ? "-" + text : text
  }
}

extension Interval {
  /// Nil if the sum is longer than anything is.
  package func adding(_ other: Interval) -> Interval? {
    Interval(
      months: months + other.months, days: days + other.days,
      microseconds: microseconds + other.microseconds)
  }

  /// What is no whole month becomes days, and what is no whole day becomes time, as in PostgreSQL.
  package func multiplied(by factor: Double) -> Interval? {
    let wholeMonths = Double(months) * factor
    let wholeDays = Double(days) * factor
    guard wholeMonths.magnitude < 1e9, wholeDays.magnitude < 1e10,
      (Double(microseconds) * factor).magnitude < 1e18
    else { return nil }
    let month = wholeMonths.rounded(.towardZero)
    let day = wholeDays.rounded(.towardZero)
    let restOfMonth = Self.settled((wholeMonths - month) * 30)
    let daysOfMonth = restOfMonth.rounded(.towardZero)
    var seconds = Self.settled((wholeDays - day + restOfMonth - daysOfMonth) * 86_400)
    var extraDays = 0.0
    if seconds.magnitude >= 86_400 {
      extraDays = (seconds / 86_400).rounded(.towardZero)
      seconds -= extraDays * 86_400
    }
    let time = (Double(microseconds) * factor + seconds * 1e6).rounded(.toNearestOrEven)
    return Interval(
      months: Int(month), days: Int(day + daysOfMonth + extraDays), microseconds: Int(time))
  }

  /// To a millionth: what a double has lost is put right.
  private static func settled(_ value: Double) -> Double {
    (value * 1e6).rounded(.toNearestOrEven) / 1e6
  }

  /// A part by the name that PostgreSQL gives it, in millionths; nil if there is no such part.
  package func millionths(ofPart name: String) -> Int128? {
    let seconds = microseconds / 1_000_000
    let part: Int? =
      switch name {
      case "year", "years": months / 12
      case "quarter": months % 12 / 3 + 1
      case "month", "months": months % 12
      case "day", "days": days
      case "hour", "hours": seconds / 3_600
      case "minute", "minutes": seconds / 60 % 60
      default: nil
      }
    if let part { return Int128(part) * 1_000_000 }
    switch name {
    case "second", "seconds": return Int128(microseconds % 60_000_000)
    case "millisecond", "milliseconds": return Int128(microseconds % 60_000_000) * 1_000
    case "microsecond", "microseconds": return Int128(microseconds % 60_000_000) * 1_000_000
    case "epoch":
      // A year has 365.25 days, and a month thirty.
      let days = Int128(months / 12) * 36_525 + Int128(months % 12 * 30 + self.days) * 100
      return days * 864 * 1_000_000 + Int128(microseconds)
    default: return nil
    }
  }
}
