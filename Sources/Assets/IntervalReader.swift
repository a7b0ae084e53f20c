/// Reads the text of an interval.
struct IntervalReader {
  private var months = 0
  private var days = 0
  private var microseconds = 0

  mutating func read(_ text: String) -> Interval? {
    var words = Self.words(of: text)
    let isPast = words.last == "ago"
    if isPast { words.removeLast() }
    guard !words.isEmpty else { return nil }
    var at = 0
    while at < words.count {
      if words[at].contains(":") {
        guard addTime(words[at]) else { return nil }
        at += 1
      } else {
        guard at + 1 < words.count, add(words[at], unit: words[at + 1]) else { return nil }
        at += 2
      }
    }
    let interval = Interval(months: months, days: days, microseconds: microseconds)
    return isPast ? interval.map { -$0 } : interval
  }

  /// Numbers and units, small; a unit may stand directly behind its number.
  private static func words(of text: String) -> [String] {
    text.split { $0 == " " || $0 == "\t" || $0 == "\n" }.flatMap { part -> [String] in
      let word = part.lowercased()
      let number = word.prefix { $0.isASCII && ($0.isNumber || "+-.:".contains($0)) }
      return number.isEmpty || number.count == word.count
        ? [word] : [String(number), String(word.dropFirst(number.count))]
    }
  }

  private mutating func add(_ number: String, unit: String) -> Bool {
    guard let unit = Self.units[unit] else { return false }
    let isNegative = number.hasPrefix("-")
    let parts = number.drop { $0 == "-" || $0 == "+" }
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = first.isEmpty ? 0 : Self.whole(first) else {
      return false
    }
    var fraction = 0.0
    if parts.count > 1 {
      guard !parts[1].isEmpty || !first.isEmpty,
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let read = Double("0.\(parts[1])0")
      else { return false }
      fraction = read
    }
    return add(isNegative ? -whole : whole, fraction: isNegative ? -fraction : fraction, unit: unit)
  }

  private static func whole(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits),
      count < 1 << 32
    else { return nil }
    return count
  }

  private mutating func add(_ whole: Int, fraction: Double, unit: Unit) -> Bool {
    switch unit {
    case .months(let count):
      months += whole * count
      let rest = fraction * Double(count)
      months += Int(rest)
      guard count == 1 else { break }
      return add(days: (rest - rest.rounded(.towardZero)) * 30)
    case .days(let count):
      days += whole * count
      return add(days: fraction * Double(count))
    case .microseconds(let count):
      microseconds += whole * count
      microseconds += Int((fraction * Double(count)).rounded())
    }
    return isShort
  }

  /// Parts of a day become time.
  private mutating func add(days count: Double) -> Bool {
    let whole = count.rounded(.towardZero)
    days += Int(whole)
    microseconds += Int(((count - whole) * Double(Interval.microsecondsPerDay)).rounded())
    return isShort
  }

  /// However many words there are, no sum overflows.
  private var isShort: Bool {
    months.magnitude < 1 << 40 && days.magnitude < 1 << 40 && microseconds.magnitude < 1 << 62
  }

  /// `02:03`, `02:03:04.5`
  private mutating func addTime(_ text: String) -> Bool {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Self.whole(parts[0]),
      let minutes = Self.whole(parts[1]), minutes < 60, hours < 1 << 24
    else { return false }
    var time = (hours * 60 + minutes) * 60_000_000
    if parts.count > 2 {
      guard let first = parts[2].utf8.first, (0x30...0x39).contains(first),
        let seconds = Double(parts[2]), seconds < 60
      else { return false }
      time += Int((seconds * 1e6).rounded())
    }
    microseconds += isNegative ? -time : time
    return isShort
  }

  private enum Unit {
    case months(Int), days(Int), microseconds(Int)
  }

  private static let units: [String: Unit] = {
    let units: [([String], Unit)] = [
      (["microsecond", "microseconds", "us", "usec", "usecs"], .microseconds(1)),
      (["millisecond", "milliseconds", "ms", "msec", "msecs"], .microseconds(1_000)),
      (["second", "seconds", "sec", "secs", "s"], .microseconds(1_000_000)),
      (["minute", "minutes", "min", "mins", "m"], .microseconds(60_000_000)),
      (["hour", "hours", "hr", "hrs", "h"], .microseconds(3_600_000_000)),
      (["day", "days", "d"], .days(1)), (["week", "weeks", "w"], .days(7)),
      (["month", "months", "mon", "mons"], .months(1)),
      (["year", "years", "yr", "yrs", "y"], .months(12)),
      (["decade", "decades"], .months(120)), (["century", "centuries"], .months(1_200)),
    ]
    return units.reduce(into: [:]) { table, entry in
      for name in entry.0 { table[name] = entry.1 }
    }
  }()
}
