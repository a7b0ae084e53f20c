/// A number exactly as a decimal spelling has it, whatever its size: its digits, times a power of ten.
package struct DecimalNumber: Hashable, Sendable {
  let isNegative: Bool
  /// From 0 to 9, with no zero at either end; none for zero.
  let digits: [UInt8]
  let exponent: Int

  /// Nil if the text is no number in JSON's grammar.
  package init?(_ text: Span<UInt8>) {
    var at = 0
    isNegative = Self.skip("-", in: text, at: &at)
    let whole = Self.skipDigits(text, at: &at)
    guard !whole.isEmpty, whole.count == 1 || text[whole.lowerBound] != UInt8(ascii: "0") else {
      return nil
    }
    var fraction = at..<at
    if Self.skip(".", in: text, at: &at) {
      fraction = Self.skipDigits(text, at: &at)
      if fraction.isEmpty { return nil }
    }
    guard let power = Self.exponent(text, at: &at), at == text.count else { return nil }
    (digits, exponent) = Self.normalized(text, whole: whole, fraction: fraction, power: power)
  }

  /// How many digits stand before the point; below zero, how many zeros behind it.
  var magnitude: Int { digits.count + exponent }

  /// The number as an integer; nil if it is none, or none of 64 bits.
  package var int64: Int64? {
    guard exponent >= 0, magnitude <= 19 else { return nil }
    var value: UInt64 = 0
    for digit in digits { value = value * 10 + UInt64(digit) }
    for _ in 0..<exponent { value *= 10 }
    return isNegative ? Int64(exactly: -Int128(value)) : Int64(exactly: value)
  }

  /// Whether the double, printed with as few digits as tell it from its neighbours, is this very number.
  package func isKept(by double: Double) -> Bool {
    guard double.isFinite else { return false }
    // No two decimals of at most 15 digits are the same double, as long as it is a normal one.
    if digits.count <= 15, double.isNormal || digits.isEmpty { return true }
    guard let printed = Self(Array(double.description.utf8).span) else { return false }
    return printed.digits == digits && printed.exponent == exponent
  }
}

extension DecimalNumber {
  private static func skip(_ letter: Unicode.Scalar, in text: Span<UInt8>, at: inout Int) -> Bool {
    guard at < text.count, text[at] == UInt8(ascii: letter) else { return false }
    at += 1
    return true
  }

  private static func skipDigits(_ text: Span<UInt8>, at: inout Int) -> Range<Int> {
    let start = at
    while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
    return start..<at
  }

  /// 0 where none is spelled; nil if it is no exponent.
  private static func exponent(_ text: Span<UInt8>, at: inout Int) -> Int? {
    guard skip("e", in: text, at: &at) || skip("E", in: text, at: &at) else { return 0 }
    let isNegative = skip("-", in: text, at: &at)
    if !isNegative { _ = skip("+", in: text, at: &at) }
    let range = skipDigits(text, at: &at)
    guard !range.isEmpty else { return nil }
    var power = 0
    // What lies beyond is beyond every type of number, and must not overflow.
    for index in range { power = min(power * 10 + Int(text[index] - 0x30), 1_000_000_000) }
    return isNegative ? -power : power
  }

  private static func normalized(
    _ text: Span<UInt8>, whole: Range<Int>, fraction: Range<Int>, power: Int
  ) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    digits.reserveCapacity(whole.count + fraction.count)
    for range in [whole, fraction] {
      for index in range where !digits.isEmpty || text[index] != UInt8(ascii: "0") {
        digits.append(text[index] - 0x30)
      }
    }
    var exponent = power - fraction.count
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    return digits.isEmpty ? ([], 0) : (digits, exponent)
  }
}
