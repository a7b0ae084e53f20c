extension Moment {
  /// Months count first, and end on the last day of a month that is too short, as in PostgreSQL; then days.
  package func adding(_ interval: Interval) throws(Timestamp.Flaw) -> Moment {
    let month = date.year * 12 + date.month - 1 + interval.months
    let (year, ofYear) = (month / 12, month % 12 + 1)
    guard month > 0, (1...9999).contains(year) else { throw .beyond }
    let day = min(date.day, CivilDate.days(inMonth: ofYear, of: year))
    guard let moved = CivilDate(year: year, month: ofYear, day: day) else { throw .beyond }
    return try Moment(
      day: moved.dayNumber + interval.days, secondOfDay: secondOfDay, fraction: fraction,
      adding: interval.microseconds)
  }

  /// What lies behind the first six digits of a second stays as it is.
  private init(
    day: Int, secondOfDay: Int, fraction: [UInt8], adding microseconds: Int
  ) throws(Timestamp.Flaw) {
    let start = day * 86_400 + secondOfDay
    guard microseconds % 1_000_000 != 0 else {
      try self.init(second: start + microseconds / 1_000_000, fraction: fraction)
      return
    }
    let digits = fraction.prefix(6).reduce(0) { $0 * 10 + Int($1 & 0xF) }
    let scale = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1][min(fraction.count, 6)]
    let sum = digits * scale + microseconds
    let (seconds, rest) = sum.flooredDivision(by: 1_000_000)
    let text = Array(String(1_000_000 + rest).utf8.dropFirst())
    try self.init(second: start + seconds, fraction: text + fraction.dropFirst(6))
  }

  /// Since 1970-01-01T00:00:00Z.
  package var microsecond: Int { second * 1_000_000 + digits(6) }

  /// How long after another it is, in days and time.
  package func distance(from other: Moment) -> Interval? {
    let distance = microsecond - other.microsecond
    return Interval(
      days: distance / Interval.microsecondsPerDay,
      microseconds: distance % Interval.microsecondsPerDay)
  }

  /// How long after another it is, in months, days and time: PostgreSQL's `age`.
  package func age(since other: Moment) -> Interval? {
    guard microsecond >= other.microsecond else {
      return other.age(since: self).map { -$0 }
    }
    var months = (date.year - other.date.year) * 12 + date.month - other.date.month
    var days = date.day - other.date.day
    var time = (secondOfDay - other.secondOfDay) * 1_000_000 + digits(6) - other.digits(6)
    if time < 0 {
      time += Interval.microsecondsPerDay
      days -= 1
    }
    if days < 0 {
      // The month of the earlier one says how many days a month has.
      days += CivilDate.days(inMonth: other.date.month, of: other.date.year)
      months -= 1
    }
    return Interval(months: months, days: days, microseconds: time)
  }

  /// The last moment that lies whole steps behind the origin, or before it. Nil if the step is none, or has months.
  package func binned(every step: Interval, from origin: Moment) throws(Timestamp.Flaw) -> Moment? {
    let length = step.length
    guard step.months == 0, length > 0, let size = Int(exactly: length) else { return nil }
    let steps = (microsecond - origin.microsecond).flooredDivision(by: size).quotient
    let (day, rest) = (steps * size).flooredDivision(by: Interval.microsecondsPerDay)
    guard let distance = Interval(days: day, microseconds: rest) else { throw .beyond }
    return try origin.adding(distance)
  }
}

extension Int {
  /// Rounded down, with a remainder that is not below zero.
  fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
