/// How a moment is spelled, in patterns of PostgreSQL's `to_char`: `YYYY-MM-DD HH24:MI:SS`. What is no letter of A–Z
/// stands for itself, and so does what is in double quotes.
package struct TimeFormat: Sendable {
  enum Part {
    case year(digits: Int), month, day, dayOfYear, weekday, isoWeek, quarter
    case hour24, hour12, minute, second, millisecond, microsecond
    case name(TimeName)
    case meridiem(isUpper: Bool), zone, offset
    case literal([UInt8])
  }

  struct Element {
    let part: Part
    /// Whether numbers are filled up with zeros, and names with spaces.
    let isFilled: Bool
  }

  /// Why a text is no format.
  package struct Flaw: Error, Hashable, Sendable {
    /// What is wrong with it.
    package let reason: String
  }

  let elements: [Element]

  /// - Throws: for a letter outside of quotes that begins no pattern. PostgreSQL takes it for text, which nobody means.
  package init(_ format: String) throws(Flaw) {
    var elements: [Element] = []
    var rest = Array(format.utf8)[...]
    while !rest.isEmpty {
      let isFilled = !Self.take("FM", from: &rest)
      elements.append(Element(part: try Self.part(&rest), isFilled: isFilled))
    }
    self.elements = elements
  }

  private static func part(_ text: inout ArraySlice<UInt8>) throws(Flaw) -> Part {
    let quote = UInt8(ascii: "\"")
    if text.first == quote { return .literal(quoted(&text)) }
    if let name = TimeName.take(from: &text) { return .name(name) }
    let isLower = text.first.map { $0 & 0x20 != 0 } ?? false
    for (pattern, part) in patterns where take(pattern, from: &text) {
      if case .meridiem = part { return .meridiem(isUpper: !isLower) }
      return part
    }
    if text.starts(with: [UInt8(ascii: "\\"), quote]) { text = text.dropFirst() }
    guard let byte = text.popFirst() else { return .literal([]) }
    if (0x61...0x7A).contains(byte | 0x20) {
      let known = TimeName.patterns + patterns.map(\.0) + ["FM"]
      throw Flaw(
        reason: "'\(Unicode.Scalar(byte))' begins no pattern of a time's format; there are "
          + known.joined(separator: " ") + ", and text stands in double quotes")
    }
    return .literal([byte])
  }

  /// What is in quotes, in which a backslash takes the next byte as it is.
  private static func quoted(_ text: inout ArraySlice<UInt8>) -> [UInt8] {
    var quoted: [UInt8] = []
    text = text.dropFirst()
    while let byte = text.popFirst(), byte != UInt8(ascii: "\"") {
      quoted.append(byte == UInt8(ascii: "\\") ? text.popFirst() ?? byte : byte)
    }
    return quoted
  }

  /// Takes a pattern if the text begins with it, in either case.
  private static func take(_ pattern: String, from text: inout ArraySlice<UInt8>) -> Bool {
    let isThere = text.prefix(pattern.utf8.count).elementsEqual(pattern.utf8) { byte, letter in
      byte == letter || letter >= 0x41 && byte == letter | 0x20
    }
    if isThere { text = text.dropFirst(pattern.utf8.count) }
    return isThere
  }

  // Longer ones first, where one begins with another.
  private static let patterns: [(String, Part)] = [
    ("YYYY", .year(digits: 4)), ("YY", .year(digits: 2)), ("MM", .month), ("MI", .minute),
    ("MS", .millisecond), ("DDD", .dayOfYear), ("DD", .day), ("D", .weekday), ("HH24", .hour24),
    ("HH12", .hour12), ("HH", .hour12), ("SS", .second), ("US", .microsecond), ("IW", .isoWeek),
    ("Q", .quarter), ("AM", .meridiem(isUpper: true)), ("PM", .meridiem(isUpper: true)),
    ("TZ", .zone), ("OF", .offset),
  ]
}

extension TimeFormat {
  /// The moment in this format.
  package func text(of moment: Moment) -> String {
    var text: [UInt8] = []
    for element in elements { append(element, of: moment, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private func append(_ element: Element, of moment: Moment, to text: inout [UInt8]) {
    let value = { (name: String) in Int(moment.part(named: name) ?? 0) }
    let hour = value("hour")
    let number: (value: Int, width: Int)
    switch element.part {
    case .year(4): number = (value("year"), 4)
    case .year: number = (value("year") % 100, 2)
    case .month: number = (value("month"), 2)
    case .day: number = (value("day"), 2)
    case .dayOfYear: number = (value("doy"), 3)
    case .weekday: number = (value("dow") + 1, 1)
    case .isoWeek: number = (value("week"), 2)
    case .quarter: number = (value("quarter"), 1)
    case .hour24: number = (hour, 2)
    case .hour12: number = ((hour + 11) % 12 + 1, 2)
    case .minute: number = (value("minute"), 2)
    case .second: number = (value("second"), 2)
    case .millisecond: return append(moment.digits(3), width: 3, to: &text)
    case .microsecond: return append(moment.digits(6), width: 6, to: &text)
    case .name(let name):
      let index = name.isMonth ? value("month") - 1 : value("dow")
      text += name.text(index, isFilled: element.isFilled)
      return
    case .meridiem(let isUpper):
      text += (isUpper ? hour < 12 ? "AM" : "PM" : hour < 12 ? "am" : "pm").utf8
      return
    case .zone: return text += "UTC".utf8
    case .offset: return text += "+00".utf8
    case .literal(let bytes): return text += bytes
    }
    append(number.value, width: element.isFilled ? number.width : 0, to: &text)
  }

  private func append(_ number: Int, width: Int, to text: inout [UInt8]) {
    let digits = String(number).utf8
    text += [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }
}
