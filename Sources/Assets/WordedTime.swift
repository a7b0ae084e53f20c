/// Moments with the name of their month: `Fri, 22 Oct 2021 20:35:06 GMT` (RFC 5322), `Friday, 22-Oct-21 20:35:06 GMT`
/// (RFC 850), `Fri Oct 22 20:35:06 UTC 2021` and `Oct 22, 2021 8:35:06 PM`.
struct WordedTime {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var time = ""
  private var zone = ""

  /// RFC 3339 text; nil for what is no such moment.
  static func rewritten(_ text: String) -> String? {
    var moment = WordedTime()
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard moment.take(word) else { return nil }
    }
    return moment.text
  }

  private var text: String? {
    guard let year, let month, let day else { return nil }
    let date = "\(padded(year, width: 4))-\(padded(month, width: 2))-\(padded(day, width: 2))"
    return time.isEmpty ? date : "\(date)T\(time)\(zone)"
  }

  /// Takes the next word for what it is; false if it is nothing that a moment has, or has again.
  private mutating func take(_ word: Substring) -> Bool {
    if word.contains(":") { return zone.isEmpty && takeTime(word) }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, let number = month(parts[1]) {
      guard month == nil else { return false }
      month = number
      return takeNumber(parts[0]) && takeNumber(parts[2])
    }
    if let number = month(word) {
      guard month == nil else { return false }
      month = number
      return true
    }
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return takeNumber(word) }
    if isWeekday(word) { return month == nil }
    return takeZone(word)
  }

  /// The day comes before the year.
  private mutating func takeNumber(_ word: Substring) -> Bool {
    guard let number = Int(word), (1...4).contains(word.count) else { return false }
    if day == nil, word.count <= 2 {
      day = number
    } else if year == nil, word.count == 4 {
      year = number
    } else if year == nil, word.count == 2 {
      // RFC 2822, 4.3: two digits are of the years 1950 to 2049.
      year = number + (number < 50 ? 2_000 : 1_900)
    } else {
      return false
    }
    return true
  }

  private mutating func takeTime(_ word: Substring) -> Bool {
    guard time.isEmpty else { return false }
    var parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].count) else {
      return false
    }
    if parts[0].count == 1 { parts[0] = "0" + parts[0] }
    time = parts.joined(separator: ":") + (parts.count == 2 ? ":00" : "")
    return true
  }

  private mutating func takeZone(_ word: Substring) -> Bool {
    guard !time.isEmpty else { return false }
    let word = word.uppercased()
    if word == "AM" || word == "PM" { return takeHalf(isLater: word == "PM") }
    guard zone.isEmpty else { return false }
    if let hours = Self.zones[word] {
      zone = hours == 0 ? "Z" : "-0\(hours):00"
    } else if word.hasPrefix("+") || word.hasPrefix("-") {
      zone = word
    } else {
      return false
    }
    return true
  }

  /// Half of a day of twice twelve hours.
  private mutating func takeHalf(isLater: Bool) -> Bool {
    guard let hour = Int(time.prefix(2)), (1...12).contains(hour), zone.isEmpty else {
      return false
    }
    time = padded(hour % 12 + (isLater ? 12 : 0), width: 2) + time.dropFirst(2)
    return true
  }

  private func month(_ word: Substring) -> Int? {
    let letters = word.lowercased()
    guard letters.count >= 3 else { return nil }
    return Self.months.firstIndex { $0 == letters || $0.prefix(3) == letters }.map { $0 + 1 }
  }

  private func isWeekday(_ word: Substring) -> Bool {
    let letters = word.lowercased()
    return (letters.count == 3 || letters.hasSuffix("day"))
      && Self.weekdays.contains(String(letters.prefix(3)))
  }

  private func padded(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  /// RFC 5322, 4.3: how many hours they are behind.
  private static let zones = [
    "GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "EDT": 4, "EST": 5, "CDT": 5, "CST": 6, "MDT": 6,
    "MST": 7, "PDT": 7, "PST": 8,
  ]
}
