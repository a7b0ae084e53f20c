/// How a moment is spelled, in the patterns of PostgreSQL's `to_char` that DDSQL has: `YYYY-MM-DD HH24:MI:SS`. Everything
/// else stands for itself, and so does what is in double quotes.
public struct TimeFormat: Sendable {
  private enum Part {
    case year(digits: Int), month, day, hour24, hour12, minute, second, millisecond
    case meridiem(isUpper: Bool), zone, offset
    case literal([UInt8])
  }

  private let parts: [Part]

  // Longer ones first, where one begins with another.
  private static let patterns: [(String, Part)] = [
    ("YYYY", .year(digits: 4)), ("YY", .year(digits: 2)), ("MM", .month), ("MI", .minute),
    ("MS", .millisecond), ("DD", .day), ("HH24", .hour24), ("HH12", .hour12), ("HH", .hour12),
    ("SS", .second), ("AM", .meridiem(isUpper: true)), ("PM", .meridiem(isUpper: true)),
    ("TZ", .zone), ("OF", .offset),
  ]

  public init(_ format: String) {
    var parts: [Part] = []
    var rest = Array(format.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "\"") {
        let quoted = rest.dropFirst().prefix { $0 != byte }
        parts.append(.literal(Array(quoted)))
        rest = rest.dropFirst(quoted.count + 2)
      } else if let (pattern, part) = Self.pattern(at: rest) {
        parts.append(part)
        rest = rest.dropFirst(pattern)
      } else {
        parts.append(.literal([byte]))
        rest = rest.dropFirst()
      }
    }
    self.parts = parts
  }

  /// Letters count in either case; of AM and PM the case says how they are written.
  private static func pattern(at text: ArraySlice<UInt8>) -> (Int, Part)? {
    for (pattern, part) in patterns
    where text.prefix(pattern.utf8.count).elementsEqual(
      pattern.utf8, by: { $0 & 0xDF == $1 & 0xDF })
    {
      let isLower = text.first.map { $0 & 0x20 != 0 } ?? false
      if case .meridiem = part { return (pattern.utf8.count, .meridiem(isUpper: !isLower)) }
      return (pattern.utf8.count, part)
    }
    return nil
  }

  public func text(of moment: Moment) -> String {
    var text: [UInt8] = []
    for part in parts { append(part, of: moment, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private func append(_ part: Part, of moment: Moment, to text: inout [UInt8]) {
    let value = { (name: String) in Int(moment.part(named: name) ?? 0) }
    let hour = value("hour")
    switch part {
    case .year(4): append(value("year"), 4, to: &text)
    case .year: append(value("year") % 100, 2, to: &text)
    case .month: append(value("month"), 2, to: &text)
    case .day: append(value("day"), 2, to: &text)
    case .hour24: append(hour, 2, to: &text)
    case .hour12: append((hour + 11) % 12 + 1, 2, to: &text)
    case .minute: append(value("minute"), 2, to: &text)
    case .second: append(value("second"), 2, to: &text)
    case .millisecond: append(moment.millisecond, 3, to: &text)
    case .meridiem(let isUpper):
      text += (isUpper ? hour < 12 ? "AM" : "PM" : hour < 12 ? "am" : "pm").utf8
    case .zone: text += "UTC".utf8
    case .offset: text += "+00".utf8
    case .literal(let bytes): text += bytes
    }
  }

  private func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
    let digits = String(number).utf8
    text += [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }

  /// The moment that a text spells, in UTC: what the format leaves out is the first there is. Nil if it spells none.
  public func moment(of text: String) -> Moment? {
    var rest = Array(text.utf8)[...]
    var fields = Fields()
    for part in parts {
      guard fields.take(part, from: &rest) else { return nil }
    }
    return rest.isEmpty ? fields.moment : nil
  }

  /// What has been read so far.
  private struct Fields {
    var (year, month, day) = (1, 1, 1)
    var (hour, minute, second, millisecond) = (0, 0, 0, 0)
    var isTwelve = false
    var isAfternoon: Bool?

    mutating func take(_ part: Part, from text: inout ArraySlice<UInt8>) -> Bool {
      switch part {
      case .year(let digits):
        guard let number = Self.number(digits, from: &text) else { return false }
        // As PostgreSQL takes them: 69 is 2069, 70 is 1970.
        year = digits == 4 ? number : number + (number < 70 ? 2000 : 1900)
        return true
      case .month: return Self.read(2, into: &month, from: &text)
      case .day: return Self.read(2, into: &day, from: &text)
      case .hour24: return Self.read(2, into: &hour, from: &text)
      case .hour12:
        isTwelve = true
        return Self.read(2, into: &hour, from: &text)
      case .minute: return Self.read(2, into: &minute, from: &text)
      case .second: return Self.read(2, into: &second, from: &text)
      case .millisecond: return Self.read(3, into: &millisecond, from: &text)
      case .meridiem:
        let word = String(decoding: text.prefix(2), as: UTF8.self).lowercased()
        guard word == "am" || word == "pm" else { return false }
        isAfternoon = word == "pm"
        text = text.dropFirst(2)
        return true
      case .zone: return Self.read("UTC", from: &text) || Self.read("Z", from: &text)
      case .offset: return Self.read("+00:00", from: &text) || Self.read("+00", from: &text)
      case .literal(let bytes):
        guard text.starts(with: bytes) else { return false }
        text = text.dropFirst(bytes.count)
        return true
      }
    }

    private static func read(_ word: String, from text: inout ArraySlice<UInt8>) -> Bool {
      guard text.starts(with: word.utf8) else { return false }
      text = text.dropFirst(word.utf8.count)
      return true
    }

    private static func read(
      _ digits: Int, into field: inout Int, from text: inout ArraySlice<UInt8>
    ) -> Bool {
      guard let number = number(digits, from: &text) else { return false }
      field = number
      return true
    }

    private static func number(_ digits: Int, from text: inout ArraySlice<UInt8>) -> Int? {
      let found = text.prefix(digits).prefix { (0x30...0x39).contains($0) }
      guard !found.isEmpty else { return nil }
      text = text.dropFirst(found.count)
      return found.reduce(0) { $0 * 10 + Int($1 & 0xF) }
    }

    var moment: Moment? {
      guard !isTwelve || 1...12 ~= hour else { return nil }
      let hour = isTwelve && isAfternoon != nil ? hour % 12 + (isAfternoon == true ? 12 : 0) : hour
      return Moment(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        millisecond: millisecond)
    }
  }
}
