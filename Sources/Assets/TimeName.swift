/// The name of a month or of a day of the week in a time's format, written as its pattern is: `MONTH`, `Month`, `month`,
/// `Mon`, `Day`, `Dy`. PostgreSQL knows no other mixtures of letters.
struct TimeName {
  private enum Letters: CaseIterable { case upper, capital, lower }

  let isMonth: Bool
  private let isShort: Bool
  private let letters: Letters

  // Longer ones first.
  private static let kinds = [
    ("MONTH", true, false), ("MON", true, true), ("DAY", false, false), ("DY", false, true),
  ]

  /// How messages list them.
  static let patterns = ["Month", "Mon", "Day", "Dy"]

  /// Takes the pattern of a name, if the text begins with one.
  static func take(from text: inout ArraySlice<UInt8>) -> TimeName? {
    for (pattern, isMonth, isShort) in kinds {
      for letters in Letters.allCases where text.starts(with: spell(pattern, letters: letters)) {
        text = text.dropFirst(pattern.utf8.count)
        return TimeName(isMonth: isMonth, isShort: isShort, letters: letters)
      }
    }
    return nil
  }

  /// - Parameters:
  ///   - index: of the month from January, of the day from Sunday.
  ///   - isFilled: whether a long name is filled up to the longest one's nine letters.
  func text(_ index: Int, isFilled: Bool) -> [UInt8] {
    let text = Self.spell(names[index], letters: letters)
    let missing = isFilled && !isShort ? max(0, 9 - text.count) : 0
    return text + [UInt8](repeating: 0x20, count: missing)
  }

  /// Takes a name, in any case, and the spaces that fill it up, but one; its index.
  func read(from text: inout ArraySlice<UInt8>) -> Int? {
    let index = names.firstIndex { name in
      text.prefix(name.utf8.count).elementsEqual(name.utf8) { $0 & 0xDF == $1 }
    }
    guard let index else { return nil }
    text = text.dropFirst(names[index].utf8.count)
    while text.starts(with: [0x20, 0x20]) { text = text.dropFirst() }
    return index
  }

  private var names: [String] {
    let names = isMonth ? Self.months : Self.days
    return isShort ? names.map { String($0.prefix(3)) } : names
  }

  private static func spell(_ name: String, letters: Letters) -> [UInt8] {
    name.utf8.enumerated().map { offset, letter in
      letters == .upper || letters == .capital && offset == 0 ? letter : letter | 0x20
    }
  }

  private static let months = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER",
  ]
  private static let days = [
    "SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
  ]
}
