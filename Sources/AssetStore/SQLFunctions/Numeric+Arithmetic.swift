extension Numeric {
  static func + (left: Numeric, right: Numeric) -> Numeric {
    if left.isZero { return right }
    if right.isZero { return left }
    let exponent = min(left.exponent, right.exponent)
    let (one, other) = (left.padded(to: exponent), right.padded(to: exponent))
    if left.isNegative == right.isNegative {
      return Numeric(
        isNegative: left.isNegative, digits: sum(one, and: other), exponent: exponent)
    }
    let isLess = precedes(one, other)
    return Numeric(
      isNegative: isLess ? right.isNegative : left.isNegative,
      digits: isLess ? difference(other, and: one) : difference(one, and: other), exponent: exponent
    )
  }

  static func - (left: Numeric, right: Numeric) -> Numeric { left + -right }

  static func * (left: Numeric, right: Numeric) -> Numeric {
    var product = [Int](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, one) in left.digits.enumerated() where one > 0 {
      for (j, other) in right.digits.enumerated() { product[i + j + 1] += Int(one) * Int(other) }
    }
    var carry = 0
    for index in product.indices.reversed() {
      let value = product[index] + carry
      product[index] = value % 10
      carry = value / 10
    }
    return Numeric(
      isNegative: left.isNegative != right.isNegative, digits: product.map(UInt8.init),
      exponent: left.exponent + right.exponent)
  }

  /// To as many places as PostgreSQL shows: sixteen digits at least that mean something. The divisor is not zero.
  func divided(by divisor: Numeric) -> Numeric {
    let places = places(dividingBy: divisor)
    return quotient(divisor, to: places + 1).rounded(to: places)
  }

  func places(dividingBy divisor: Numeric) -> Int {
    let (one, other) = (leadingGroup, divisor.leadingGroup)
    let weight = one.weight - other.weight - (one.first <= other.first ? 1 : 0)
    return max(16 - weight * 4, scale, divisor.scale, 0)
  }

  /// To so many places, by Newton's method. The number is not negative.
  func squareRoot(places: Int) -> Numeric {
    guard !isZero, !isNegative else { return .zero }
    let precision = places + 8
    let half = Numeric(isNegative: false, digits: [5], exponent: -1)
    // It is off by a factor of ten at most, and each next one has twice as many right digits.
    var root = Numeric(isNegative: false, digits: [1], exponent: (magnitude + 1) / 2)
    while true {
      let next = ((root + quotient(root, to: precision)) * half).rounded(to: precision)
      let step = next - root
      root = next
      if step.isZero || step.magnitude <= -places - 2 { return root.rounded(to: places) }
    }
  }

  /// The quotient cut behind so many places, and what is left of it told by one more digit if it is not exact.
  private func quotient(_ divisor: Numeric, to places: Int) -> Numeric {
    guard !isZero else { return .zero }
    let shift = places + exponent - divisor.exponent
    let dividend =
      shift >= 0
      ? digits + Array(repeating: 0, count: shift)
      : Array(digits.dropLast(min(-shift, digits.count)))
    var (quotient, rest): ([UInt8], [UInt8]) = ([], [])
    for digit in dividend {
      if !(rest.isEmpty && digit == 0) { rest.append(digit) }
      var count: UInt8 = 0
      while !Self.precedes(rest, divisor.digits) {
        rest = Array(Self.difference(rest, and: divisor.digits).drop { $0 == 0 })
        count += 1
      }
      quotient.append(count)
    }
    return Numeric(
      isNegative: isNegative != divisor.isNegative, digits: quotient, exponent: -places)
  }

  /// Without what stands behind the point. The divisor is not zero.
  func wholeQuotient(_ divisor: Numeric) -> Numeric { quotient(divisor, to: 0) }

  /// What is left of a division without places behind the point; it has this number's sign.
  func remainder(_ divisor: Numeric) -> Numeric { self - wholeQuotient(divisor) * divisor }

  /// To so many places behind the point or, below zero, before it.
  func rounded(to places: Int, rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero)
    -> Numeric
  {
    guard -exponent > places else { return self }
    let kept = magnitude + places
    let head = kept > 0 ? Array(digits.prefix(kept)) : []
    let isUp =
      switch rule {
      case .up: !isNegative
      case .down: isNegative
      case .towardZero: false
      default: kept >= 0 && kept < digits.count && digits[kept] >= 5
      }
    let rounded = isUp ? Self.sum(head, and: [1]) : head
    return Numeric(isNegative: isNegative, digits: rounded, exponent: -places)
  }

  /// PostgreSQL keeps four digits together: the first such group, and how many follow it before the point.
  private var leadingGroup: (weight: Int, first: Int) {
    guard !isZero else { return (0, 0) }
    let weight = magnitude > 0 ? (magnitude - 1) / 4 : -((4 - magnitude) / 4)
    let count = magnitude - weight * 4
    let first = (0..<count).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0) }
    return (weight, first)
  }

  private func padded(to exponent: Int) -> [UInt8] {
    digits + Array(repeating: 0, count: self.exponent - exponent)
  }

  private static func sum(_ left: [UInt8], and right: [UInt8]) -> [UInt8] {
    var (result, carry): ([UInt8], UInt8) = ([], 0)
    for place in 0..<max(left.count, right.count) {
      let value =
        carry + (place < left.count ? left[left.count - 1 - place] : 0)
        + (place < right.count ? right[right.count - 1 - place] : 0)
      result.append(value % 10)
      carry = value / 10
    }
    if carry > 0 { result.append(carry) }
    return result.reversed()
  }

  /// The left one is not less.
  private static func difference(_ left: [UInt8], and right: [UInt8]) -> [UInt8] {
    var (result, borrow) = (left, Int8(0))
    for place in 0..<left.count {
      let index = left.count - 1 - place
      var value =
        Int8(left[index]) - borrow
        - (place < right.count ? Int8(right[right.count - 1 - place]) : 0)
      borrow = value < 0 ? 1 : 0
      if value < 0 { value += 10 }
      result[index] = UInt8(value)
    }
    return result
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (one, other) = (left.drop { $0 == 0 }, right.drop { $0 == 0 })
    return one.count == other.count
      ? one.lexicographicallyPrecedes(other) : one.count < other.count
  }
}
