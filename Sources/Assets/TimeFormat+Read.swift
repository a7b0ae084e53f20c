extension TimeFormat {
  /// The moment that a text spells, in UTC: what the format leaves out is the first there is. Nil if it spells none.
  /// Days of the week and quarters are read over; nothing is made of an ISO week.
  package func moment(of text: String) -> Moment? {
    var rest = Array(text.utf8)[...]
    var fields = Fields()
    for element in elements {
      guard fields.take(element.part, from: &rest) else { return nil }
    }
    return rest.isEmpty ? fields.moment : nil
  }

  /// What has been read so far.
  private struct Fields {
    var (year, month, day) = (1, 1, 1)
    var dayOfYear: Int?
    var (hour, minute, second, microsecond) = (0, 0, 0, 0)
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
      case .dayOfYear:
        dayOfYear = Self.number(3, from: &text)
        return dayOfYear != nil
      case .weekday, .quarter: return Self.number(1, from: &text) != nil
      case .isoWeek: return false
      case .name(let name):
        guard let index = name.read(from: &text) else { return false }
        if name.isMonth { month = index + 1 }
        return true
      case .hour24: return Self.read(2, into: &hour, from: &text)
      case .hour12:
        isTwelve = true
        return Self.read(2, into: &hour, from: &text)
      case .minute: return Self.read(2, into: &minute, from: &text)
      case .second: return Self.read(2, into: &second, from: &text)
      case .millisecond: return readFraction(3, from: &text)
      case .microsecond: return readFraction(6, from: &text)
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

    /// As PostgreSQL takes them, the digits stand behind a point: 25 is a quarter of a second.
    private mutating func readFraction(_ digits: Int, from text: inout ArraySlice<UInt8>) -> Bool {
      let count = text.count
      guard let number = Self.number(digits, from: &text) else { return false }
      microsecond = (0..<6 - (count - text.count)).reduce(number) { number, _ in number * 10 }
      return true
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

    private var date: CivilDate? {
      guard (1...9999).contains(year) else { return nil }
      guard let dayOfYear else { return CivilDate(year: year, month: month, day: day) }
      let first = CivilDate(year: year, month: 1, day: 1)
      let date = first.flatMap { CivilDate(dayNumber: $0.dayNumber + dayOfYear - 1) }
      return date?.year == year ? date : nil
    }

    var moment: Moment? {
      guard !isTwelve || 1...12 ~= hour, let date else { return nil }
      let hour = isTwelve && isAfternoon != nil ? hour % 12 + (isAfternoon == true ? 12 : 0) : hour
      return Moment(date, hour: hour, minute: minute, second: second, microsecond: microsecond)
    }
  }
}
