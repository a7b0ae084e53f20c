/// The spellings of an instant that every SQLite reads: `2024-05-01`, then perhaps `T` or a space and `12:30`, `:05`,
/// `.125`, and then `Z` or `+02:00`.
package enum TimestampText {
  package static func isTimestamp(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard isDate(take("0000-00-00", &rest)) else { return false }
    if rest.isEmpty { return true }
    let separator = rest.removeFirst()
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "),
      isTime(take("00:00", &rest))
    else { return false }
    if rest.first == UInt8(ascii: ":") {
      guard let second = take(":00", &rest), second[0] < 60, skipFraction(&rest) else {
        return false
      }
    }
    return isZone(rest)
  }

  private static func isDate(_ numbers: [Int]?) -> Bool {
    guard let numbers, (1...12).contains(numbers[1]) else { return false }
    let isLeap =
      numbers[0].isMultiple(of: 4)
      && (!numbers[0].isMultiple(of: 100) || numbers[0].isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[numbers[1] - 1]).contains(numbers[2])
  }

  private static func isTime(_ numbers: [Int]?) -> Bool {
    guard let numbers else { return false }
    return numbers[0] < 24 && numbers[1] < 60
  }

  private static func isZone(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
    guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
    var zone = rest.dropFirst()
    guard let numbers = take("00:00", &zone) else { return false }
    return numbers[0] <= 14 && numbers[1] < 60 && zone.isEmpty
  }

  private static func skipFraction(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ".") else { return true }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...]
    return !digits.isEmpty
  }

  /// Takes what has the shape, `0` standing for a digit; its numbers, or nil if something else is there.
  private static func take(_ shape: String, _ rest: inout ArraySlice<UInt8>) -> [Int]? {
    guard rest.count >= shape.utf8.count else { return nil }
    var numbers: [Int] = []
    var isInNumber = false
    for (sign, byte) in zip(shape.utf8, rest) {
      if sign == UInt8(ascii: "0") {
        guard (0x30...0x39).contains(byte) else { return nil }
        if !isInNumber { numbers.append(0) }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte & 0xF)
        isInNumber = true
      } else {
        guard byte == sign else { return nil }
        isInNumber = false
      }
    }
    rest = rest.dropFirst(shape.utf8.count)
    return numbers
  }
}
