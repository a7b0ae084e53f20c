/// A moment taken apart, to reckon with: in UTC, years 1 to 9999.
package struct Moment: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  package let second: Int
  /// The digits behind the second's point, as ASCII.
  let fraction: [UInt8]
  let date: CivilDate

  init(second: Int, fraction: [UInt8] = []) throws(Timestamp.Flaw) {
    let day = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    guard let date = CivilDate(dayNumber: day) else { throw .beyond }
    (self.second, self.fraction, self.date) = (second, fraction, date)
  }

  /// Reads what `Timestamp` reads, and times without their seconds. A leap second counts as the one behind it.
  package init(text: Span<UInt8>) throws(Timestamp.Flaw) {
    var canonical: [UInt8] = []
    if text.count >= 16, text[13] == UInt8(ascii: ":"), text.count == 16 || text[16] != text[13] {
      let minutes = Array(copying: text.extracting(0..<16)) + ":00".utf8
      let whole = minutes + Array(copying: text.extracting(16..<text.count))
      _ = try Timestamp.append(text: whole.span, to: &canonical)
    } else {
      _ = try Timestamp.append(text: text, to: &canonical)
    }
    let number = { (range: Range<Int>) in
      canonical[range].reduce(0) { $0 * 10 + Int($1 & 0xF) }
    }
    guard let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    else { throw .noTimestamp }
    let ofDay = number(11..<13) * 3_600 + number(14..<16) * 60 + number(17..<19)
    let fraction = canonical.count > 20 ? Array(canonical[20..<canonical.count - 1]) : []
    try self.init(second: date.dayNumber * 86_400 + ofDay, fraction: fraction)
  }

  /// Nil if there is no such moment.
  init?(_ date: CivilDate, hour: Int, minute: Int, second: Int, microsecond: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    let digits = String(1_000_000 + microsecond).utf8.dropFirst()
    let shown = microsecond == 0 ? 0 : microsecond.isMultiple(of: 1_000) ? 3 : 6
    do throws(Timestamp.Flaw) {
      try self.init(
        second: date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second,
        fraction: Array(digits.prefix(shown)))
    } catch {
      return nil
    }
  }

  /// The first digits behind the second's point, as a number.
  func digits(_ count: Int) -> Int {
    (0..<count).reduce(0) { $0 * 10 + ($1 < fraction.count ? Int(fraction[$1] & 0xF) : 0) }
  }

  /// As the store writes it.
  package var text: String {
    var text: [UInt8] = []
    Timestamp.append(date, secondOfDay: secondOfDay, to: &text)
    if !fraction.isEmpty { text.append(UInt8(ascii: ".")) }
    text += fraction
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Of two of these that which is the later moment is the greater, byte by byte.
  package var sortableText: String {
    var text: [UInt8] = []
    Timestamp.append(date, secondOfDay: secondOfDay, to: &text)
    let digits = fraction.prefix((fraction.lastIndex { $0 != UInt8(ascii: "0") } ?? -1) + 1)
    if !digits.isEmpty { text.append(UInt8(ascii: ".")) }
    return String(decoding: text + digits, as: UTF8.self)
  }

  var secondOfDay: Int { second - date.dayNumber * 86_400 }
}

extension Moment: Comparable {
  /// The earlier one.
  package static func < (left: Moment, right: Moment) -> Bool {
    left.second == right.second
      ? left.fraction.lexicographicallyPrecedes(right.fraction) : left.second < right.second
  }
}

extension Moment {
  /// The parts of a moment that it can be cut to, or asked for.
  package enum Unit: String, Sendable, CaseIterable {
    case millisecond, second, minute, hour, day, week, month, quarter, year

    /// By its name, in the plural too.
    package init?(named name: String) {
      self.init(rawValue: name.hasSuffix("s") ? String(name.dropLast()) : name)
    }
  }

  /// The moment at which the unit began that it lies in; a week begins on Monday.
  package func truncated(to unit: Unit) throws(Timestamp.Flaw) -> Moment {
    switch unit {
    case .millisecond: try Moment(second: second, fraction: Array(fraction.prefix(3)))
    case .second: try Moment(second: second)
    case .minute: try Moment(second: second - secondOfDay % 60)
    case .hour: try Moment(second: second - secondOfDay % 3_600)
    case .day: try Moment(second: second - secondOfDay)
    case .week: try Moment(second: second - secondOfDay - (isoWeekday - 1) * 86_400)
    case .month: try Self.start(year: date.year, month: date.month)
    case .quarter: try Self.start(year: date.year, month: (date.month - 1) / 3 * 3 + 1)
    case .year: try Self.start(year: date.year, month: 1)
    }
  }

  private static func start(year: Int, month: Int) throws(Timestamp.Flaw) -> Moment {
    guard let date = CivilDate(year: year, month: month, day: 1) else { throw .beyond }
    return try Moment(second: date.dayNumber * 86_400)
  }

  /// From 1 for Monday to 7.
  private var isoWeekday: Int { ((date.dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The week of the year that its Thursday lies in, from 1.
  private var isoWeek: Int? {
    guard let thursday = CivilDate(dayNumber: date.dayNumber + 4 - isoWeekday),
      let first = CivilDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    return (thursday.dayNumber - first.dayNumber) / 7 + 1
  }

  /// A part by the name that PostgreSQL's `date_part` gives it; nil if there is no such part.
  package func part(named name: String) -> Double? {
    let seconds = Double("0." + String(decoding: fraction, as: UTF8.self) + "0") ?? 0
    let part: Int? =
      switch name {
      case "year": date.year
      case "quarter": (date.month - 1) / 3 + 1
      case "month": date.month
      case "week": isoWeek
      case "day": date.day
      case "hour": secondOfDay / 3_600
      case "minute": secondOfDay / 60 % 60
      case "dow": isoWeekday % 7
      case "isodow": isoWeekday
      case "doy":
        date.dayNumber - (CivilDate(year: date.year, month: 1, day: 1)?.dayNumber ?? 0) + 1
      case "isoyear": CivilDate(dayNumber: date.dayNumber + 4 - isoWeekday)?.year
      case "decade": date.year / 10
      case "century": (date.year + 99) / 100
      case "millennium": (date.year + 999) / 1_000
      // All are in UTC.
      case "timezone", "timezone_hour", "timezone_minute": 0
      default: nil
      }
    if let part { return Double(part) }
    switch name {
    case "second": return Double(secondOfDay % 60) + seconds
    case "millisecond", "milliseconds":
      return Double(secondOfDay % 60 * 1_000_000 + digits(6)) / 1_000
    case "microsecond", "microseconds": return Double(secondOfDay % 60 * 1_000_000 + digits(6))
    case "epoch": return Double(second) + seconds
    default: return nil
    }
  }

}
