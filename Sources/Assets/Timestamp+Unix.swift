extension Timestamp {
  /// Appends the moment that lies that many seconds after 1970-01-01T00:00:00Z, or that many milliseconds, if the
  /// number is 10¹¹ or more: as seconds that would be the year 5138. A fraction keeps its digits.
  package static func append(unix number: DecimalNumber, to output: inout [UInt8]) throws(Flaw) {
    var point = number.magnitude
    let isMilliseconds = isMilliseconds(number)
    if isMilliseconds { point -= 3 }
    guard point <= 12 else { throw .beyond }
    var fraction = Array(number.digits.dropFirst(max(point, 0)))
    guard fraction.count - min(point, 0) <= 18 else {
      throw Flaw(reason: "this is more precise than a timestamp can be")
    }
    if !fraction.isEmpty {
      fraction.insert(contentsOf: repeatElement(0, count: -min(point, 0)), at: 0)
      while isMilliseconds, fraction.count < 3 { fraction.append(0) }
    }
    var second = 0
    for index in 0..<max(point, 0) {
      second = second * 10 + (index < number.digits.count ? Int(number.digits[index]) : 0)
    }
    if number.isNegative { (second, fraction) = negated(second, fraction: fraction) }
    try append(second: second, isLeap: false, to: &output)
    if !fraction.isEmpty { output.append(UInt8(ascii: ".")) }
    output.append(contentsOf: fraction.map { 0x30 + $0 })
    output.append(UInt8(ascii: "Z"))
  }

  /// Whether a Unix time is in milliseconds.
  package static func isMilliseconds(_ number: DecimalNumber) -> Bool { number.magnitude >= 12 }

  /// Fractions count upwards from the second before, also before 1970.
  private static func negated(_ second: Int, fraction: [UInt8]) -> (Int, [UInt8]) {
    guard let last = fraction.lastIndex(where: { $0 != 0 }) else { return (-second, fraction) }
    let complement = fraction.enumerated().map { index, digit in
      index < last ? 9 - digit : index == last ? 10 - digit : 0
    }
    return (-second - 1, complement)
  }

  /// Appends a moment without its fraction and zone.
  static func append(second: Int, isLeap: Bool, to output: inout [UInt8]) throws(Flaw) {
    let (day, secondOfDay) = second.quotientAndRemainder(dividingBy: 86_400)
    let isBefore = secondOfDay < 0
    guard let date = CivilDate(dayNumber: isBefore ? day - 1 : day) else { throw .beyond }
    let ofDay = isBefore ? secondOfDay + 86_400 : secondOfDay
    guard !isLeap || ofDay == 86_399 && date.isLastOfMonth else {
      throw Flaw(reason: "a leap second is the last one of a month: 23:59:60 UTC")
    }
    append(date, secondOfDay: ofDay, to: &output)
    if isLeap { output.replaceSubrange(output.count - 2..<output.count, with: "60".utf8) }
  }

  static func append(_ date: CivilDate, secondOfDay: Int, to output: inout [UInt8]) {
    append(date.year, width: 4, separator: "-", to: &output)
    append(date.month, width: 2, separator: "-", to: &output)
    append(date.day, width: 2, separator: "T", to: &output)
    append(secondOfDay / 3_600, width: 2, separator: ":", to: &output)
    append(secondOfDay / 60 % 60, width: 2, separator: ":", to: &output)
    append(secondOfDay % 60, width: 2, separator: nil, to: &output)
  }

  private static func append(
    _ number: Int, width: Int, separator: Unicode.Scalar?, to output: inout [UInt8]
  ) {
    var unit = width == 4 ? 1_000 : 10
    while unit > 0 {
      output.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
    if let separator { output.append(UInt8(ascii: separator)) }
  }
}

extension Timestamp.Flaw {
  static let beyond = Self(reason: "this is outside of the years 0001 to 9999")
}
