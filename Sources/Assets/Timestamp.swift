/// Moments as the store keeps them: RFC 3339 text in UTC, as precise as their source.
package enum Timestamp {
  /// What is wrong with a moment.
  package struct Flaw: Error, Hashable {
    /// What is wrong with the text.
    package let reason: String

    /// It isn't spelled as a moment at all.
    package static let noTimestamp = Flaw(reason: "this is no timestamp")
  }

  /// Appends the moment that a text spells: RFC 3339 with any offset, also with a space for the T, without seconds, and
  /// with `UTC`, `+00` or nothing behind the time, as databases and scripts print it; or a Unix time of nine digits and
  /// more, fewer of them being a year or a day; or what `OtherTime` knows.
  ///
  /// - Returns: whether the text says a time of day; a date alone becomes its midnight.
  package static func append(
    text: Span<UInt8>, to output: inout [UInt8]
  ) throws(Flaw) -> Bool {
    do throws(Flaw) {
      return try appendPlain(text, to: &output)
    } catch {
      guard error == .noTimestamp else { throw error }
      if let number = OtherTime.unixTime(text) {
        try append(unix: number, to: &output)
        return true
      }
      guard let other = OtherTime.rewritten(text) else { throw error }
      return try appendPlain(other.span, to: &output)
    }
  }

  private static func appendPlain(
    _ text: Span<UInt8>, to output: inout [UInt8]
  ) throws(Flaw) -> Bool {
    if !OtherTime.isCompact(text), let number = DecimalNumber(text) {
      guard number.magnitude >= 9 else { throw .noTimestamp }
      try append(unix: number, to: &output)
      return true
    }
    var at = 0
    let date = try readDate(text, at: &at)
    guard at < text.count else {
      append(date, secondOfDay: 0, to: &output)
      output.append(UInt8(ascii: "Z"))
      return false
    }
    guard
      skip("T", in: text, at: &at) || skip("t", in: text, at: &at) || skip(" ", in: text, at: &at)
    else {
      throw .noTimestamp
    }
    var (second, isLeap) = try readTime(text, at: &at)
    let fraction = try readFraction(text, at: &at)
    second += date.dayNumber * 86_400
    second -= try readOffset(text, at: &at)
    guard at == text.count else { throw .noTimestamp }
    try append(second: second, isLeap: isLeap, to: &output)
    output.append(span: text.extracting(fraction))
    output.append(UInt8(ascii: "Z"))
    return true
  }

  private static func readDate(_ text: Span<UInt8>, at: inout Int) throws(Flaw) -> CivilDate {
    let year = try readNumber(4, in: text, at: &at)
    guard skip("-", in: text, at: &at) else { throw .noTimestamp }
    let month = try readNumber(2, in: text, at: &at)
    guard skip("-", in: text, at: &at) else { throw .noTimestamp }
    let day = try readNumber(2, in: text, at: &at)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw Flaw(reason: "the calendar has no \(String(copying: text.extracting(0..<at)))")
    }
    return date
  }

  /// The second of the day; for a leap second the one before it.
  private static func readTime(
    _ text: Span<UInt8>, at: inout Int
  ) throws(Flaw) -> (second: Int, isLeap: Bool) {
    let start = at
    let hour = try readNumber(2, in: text, at: &at)
    guard skip(":", in: text, at: &at) else { throw .noTimestamp }
    let minute = try readNumber(2, in: text, at: &at)
    let second = skip(":", in: text, at: &at) ? try readNumber(2, in: text, at: &at) : 0
    guard hour < 24, minute < 60, second <= 60 else {
      throw Flaw(reason: "the day has no \(String(copying: text.extracting(start..<at)))")
    }
    return (hour * 3_600 + minute * 60 + min(second, 59), second == 60)
  }

  /// Where the fraction is, with its point.
  private static func readFraction(
    _ text: Span<UInt8>, at: inout Int
  ) throws(Flaw) -> Range<Int> {
    let start = at
    guard skip(".", in: text, at: &at) else { return start..<start }
    while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
    guard at > start + 1 else { throw .noTimestamp }
    return start..<at
  }
}

extension Timestamp {
  /// The offset from UTC in seconds.
  private static func readOffset(_ text: Span<UInt8>, at: inout Int) throws(Flaw) -> Int {
    guard at < text.count else { return 0 }
    _ = skip(" ", in: text, at: &at)
    let start = at
    if skip("Z", in: text, at: &at) || skip("z", in: text, at: &at)
      || skip("UTC", in: text, at: &at)
    {
      return 0
    }
    let isWest = skip("-", in: text, at: &at)
    guard isWest || skip("+", in: text, at: &at) else { throw .noTimestamp }
    let hours = try readNumber(2, in: text, at: &at)
    let hasColon = skip(":", in: text, at: &at)
    let hasMinutes = hasColon || at < text.count && (0x30...0x39).contains(text[at])
    let minutes = hasMinutes ? try readNumber(2, in: text, at: &at) : 0
    guard hours < 24, minutes < 60 else {
      throw Flaw(reason: "there is no offset \(String(copying: text.extracting(start..<at)))")
    }
    let offset = (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    // Go prints both: +0000 UTC.
    if offset == 0 { _ = skip(" UTC", in: text, at: &at) }
    return offset
  }

  private static func readNumber(
    _ count: Int, in text: Span<UInt8>, at: inout Int
  ) throws(Flaw) -> Int {
    guard at + count <= text.count else { throw .noTimestamp }
    var number = 0
    for _ in 0..<count {
      guard (0x30...0x39).contains(text[at]) else { throw .noTimestamp }
      number = number * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return number
  }

  private static func skip(_ word: StaticString, in text: Span<UInt8>, at: inout Int) -> Bool {
    let letters = String(describing: word).utf8
    guard at + letters.count <= text.count else { return false }
    var index = at
    for letter in letters {
      guard text[index] == letter else { return false }
      index += 1
    }
    at = index
    return true
  }
}
