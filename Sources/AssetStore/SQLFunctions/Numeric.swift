/// A decimal number of any length, to reckon with: PostgreSQL's `numeric`.
struct Numeric: Hashable {
  let isNegative: Bool
  /// From 0 to 9, the highest first, with no zero at either end; none for zero.
  let digits: [UInt8]
  /// Of ten, by which the digits as a whole number are multiplied.
  let exponent: Int

  /// Longer ones are refused: to reckon with them takes long.
  static let maxDigits = 2_000

  static let zero = Numeric(isNegative: false, digits: [], exponent: 0)

  init(isNegative: Bool, digits: some Collection<UInt8>, exponent: Int) {
    let rest = Array(digits.drop { $0 == 0 })
    let end = (rest.lastIndex { $0 != 0 } ?? -1) + 1
    self.digits = Array(rest[..<end])
    self.isNegative = isNegative && end > 0
    self.exponent = end == 0 ? 0 : exponent + rest.count - end
  }

  init(_ value: Int64) {
    self.init(
      isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 & 0xF }, exponent: 0)
  }

  /// Reads a number as SQL spells it; nil if it is none, or too long.
  init?(spelling: some StringProtocol) {
    var rest = Array(spelling.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    var digits = Array(rest.prefix(while: isDigit))
    rest = rest.dropFirst(digits.count)
    var exponent = 0
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      digits += fraction
      exponent = -fraction.count
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !digits.isEmpty else { return nil }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      let text = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let power = Int(text), power.magnitude <= Self.maxDigits else { return nil }
      exponent += power
      rest = []
    }
    guard rest.isEmpty else { return nil }
    self.init(isNegative: isNegative, digits: digits.map { $0 & 0xF }, exponent: exponent)
    guard isShort else { return nil }
  }

  /// How many digits stand before the point; below zero, how many zeros behind it.
  var magnitude: Int { digits.count + exponent }

  /// How many digits stand behind the point.
  var scale: Int { max(0, -exponent) }

  var isShort: Bool { magnitude <= Self.maxDigits && scale <= Self.maxDigits }

  var isZero: Bool { digits.isEmpty }

  /// Without an exponent.
  var text: String {
    guard !isZero else { return "0" }
    var letters = digits.map { $0 + 0x30 }
    if exponent >= 0 {
      letters += Array(repeating: 0x30, count: exponent)
    } else {
      let missing = -exponent - letters.count + 1
      if missing > 0 { letters.insert(contentsOf: Array(repeating: 0x30, count: missing), at: 0) }
      letters.insert(UInt8(ascii: "."), at: letters.count + exponent)
    }
    return (isNegative ? "-" : "") + String(decoding: letters, as: UTF8.self)
  }

  var double: Double { Double(text) ?? 0 }

  /// Nil if it is none of 64 bits; a half goes away from zero.
  var integer: Int64? { Int64(rounded(to: 0).text) }

  static prefix func - (value: Numeric) -> Numeric {
    Numeric(isNegative: !value.isNegative, digits: value.digits, exponent: value.exponent)
  }
}

extension Numeric {
  /// Of two texts of numbers the one of the greater number is the greater, byte by byte: so SQLite compares, sorts and
  /// groups numbers of any length.
  var sortable: String {
    guard !isZero else { return "5" }
    let power = String(10_000 + (isNegative ? 4_999 - magnitude : 5_000 + magnitude)).dropFirst()
    if isNegative {
      return "4\(power)" + String(decoding: digits.map { 0x39 - $0 }, as: UTF8.self) + "~"
    }
    return "6\(power)" + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  /// Reads what `sortable` gives; nil for anything else.
  init?(sortable: Span<UInt8>) {
    guard sortable.count > 0 else { return nil }
    let sign = sortable[0]
    if sign == UInt8(ascii: "5"), sortable.count == 1 {
      self = .zero
      return
    }
    let isNegative = sign == UInt8(ascii: "4")
    guard sortable.count > 5, isNegative || sign == UInt8(ascii: "6") else { return nil }
    var power = 0
    for index in 1..<5 {
      guard (0x30...0x39).contains(sortable[index]) else { return nil }
      power = power * 10 + Int(sortable[index] & 0xF)
    }
    var digits: [UInt8] = []
    let end = isNegative ? sortable.count - 1 : sortable.count
    for index in 5..<end {
      guard (0x30...0x39).contains(sortable[index]) else { return nil }
      digits.append(isNegative ? 0x39 - sortable[index] : sortable[index] - 0x30)
    }
    let magnitude = isNegative ? 4_999 - power : power - 5_000
    self.init(isNegative: isNegative, digits: digits, exponent: magnitude - digits.count)
  }
}
