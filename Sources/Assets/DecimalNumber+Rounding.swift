extension DecimalNumber {
  /// The number to so many digits behind its point or, below zero, before it; a half goes away from zero. Spelled as
  /// JSON has it, and without an exponent where no place behind the point is wanted and it has at most 400 digits.
  package func rounded(to places: Int) -> String {
    // Beyond that nothing is left of a double, or everything.
    let places = min(max(places, -400), 400)
    let kept = magnitude + places
    var (head, power) = (digits, exponent)
    if kept < digits.count {
      head = Array(digits.prefix(max(0, kept)))
      power = -places
      if kept >= 0, digits[kept] >= 5 { Self.increment(&head) }
    }
    if head.isEmpty { return isNegative && places > 0 ? "-0.0" : "0" }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: head.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return (0...400).contains(power)
      ? sign + text + String(repeating: "0", count: power) : "\(sign)\(text)e\(power)"
  }

  private static func increment(_ digits: inout [UInt8]) {
    var at = digits.count
    while at > 0, digits[at - 1] == 9 {
      at -= 1
      digits[at] = 0
    }
    if at == 0 { digits.insert(1, at: 0) } else { digits[at - 1] += 1 }
  }
}
