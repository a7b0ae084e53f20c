/// Moments in the spellings of mails, logs, .NET and file names, rewritten to what `Timestamp` reads. What says too
/// little to be certain of the day is none of them: `10/11/2021` is October in one country and November in another.
enum OtherTime {
  /// RFC 3339 text; nil for what is no moment.
  static func rewritten(_ text: Span<UInt8>) -> [UInt8]? {
    guard (8...64).contains(text.count) else { return nil }
    let text = String(copying: text)
    return (compact(text) ?? short(text) ?? WordedTime.rewritten(text)).map { Array($0.utf8) }
  }

  /// `/Date(1634934906000)/`, as .NET writes JSON: milliseconds, whatever offset stands behind them.
  static func unixTime(_ text: Span<UInt8>) -> DecimalNumber? {
    guard (9...32).contains(text.count), text[0] == UInt8(ascii: "/") else { return nil }
    let text = String(copying: text)
    guard text.hasPrefix("/Date("), text.hasSuffix(")/") else { return nil }
    let inside = text.dropFirst(6).dropLast(2)
    let sign = inside.first == "-" ? "-" : ""
    let digits = inside.dropFirst(sign.count).prefix(while: \.isDigit)
    let offset = inside.dropFirst(sign.count + digits.count)
    guard (1...14).contains(digits.count), offset.isEmpty || offset.isOffset else { return nil }
    // With fewer digits a Unix time is one of seconds.
    let number =
      digits.count >= 12
      ? sign + digits : "\(sign)\((Int(digits) ?? 0) / 1_000).\(("000" + digits).suffix(3))"
    return DecimalNumber(Array(number.utf8).span)
  }

  /// Whether a number is `20211022203506`: as a Unix time it would be none of this millennium.
  static func isCompact(_ text: Span<UInt8>) -> Bool {
    guard text.count == 14 else { return false }
    let century = (text[0] & 0xF) * 10 + (text[1] & 0xF)
    return (19...20).contains(century)
      && text.indices.allSatisfy { (0x30...0x39).contains(text[$0]) }
  }

  /// `20211022T203506Z`, `20211022203506Z` and `20211022203506`.
  private static func compact(_ text: String) -> String? {
    let date = text.prefix(8)
    var rest = text.dropFirst(8)
    guard date.count == 8, date.allSatisfy(\.isDigit) else { return nil }
    let hasLetter = rest.first == "T" || rest.first == "t"
    if hasLetter { rest = rest.dropFirst() }
    let time = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(time.count)
    guard time.count == 6 || time.count == 4 && hasLetter else { return nil }
    let parts = (time.prefix(2), time.dropFirst(2).prefix(2), time.dropFirst(4))
    return "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
      + "T\(parts.0):\(parts.1):\(parts.2.isEmpty ? "00" : parts.2)\(rest.withPoint)"
  }

  /// `2021/10/22 20:35:06`, `2021-10-22T20:35Z` and `2021-10-22 20:35:06,123`.
  private static func short(_ text: String) -> String? {
    let date = text.prefix(10)
    var rest = text.dropFirst(10)
    let words = date.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard words.map(\.count) == [4, 2, 2], date.count == 10 else { return nil }
    let day = words.joined(separator: "-")
    guard let letter = rest.popFirst() else { return day }
    let time = rest.prefix(while: { $0.isDigit || $0 == ":" })
    rest = rest.dropFirst(time.count)
    return "\(day)\(letter)\(time)\(time.count == 5 ? ":00" : "")\(rest.withPoint)"
  }
}

extension Character {
  /// One of the ten that a time is written with.
  fileprivate var isDigit: Bool { self >= "0" && self <= "9" }
}

extension Substring {
  /// A fraction with a point, where it had a comma.
  fileprivate var withPoint: String { first == "," ? "." + dropFirst() : String(self) }

  /// `+0200`.
  fileprivate var isOffset: Bool {
    count == 5 && (first == "+" || first == "-") && dropFirst().allSatisfy(\.isDigit)
  }
}
