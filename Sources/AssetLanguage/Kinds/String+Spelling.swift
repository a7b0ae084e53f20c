extension String {
  /// Whether a double tells a number from all others that are written with as many digits.
  var isShortDecimal: Bool {
    utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.count { (0x30...0x39).contains($0) } <= 15
      && Double(self)?.isFinite == true
  }

  /// Whether it is a number as SQL spells them.
  var isDecimal: Bool {
    var rest = Array(utf8)[...]
    let skipDigits = { (rest: inout ArraySlice<UInt8>) in
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var count = skipDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      count += skipDigits(&rest)
    }
    guard count > 0 else { return false }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let digits = skipDigits(&rest)
      guard (1...4).contains(digits) else { return false }
    }
    return rest.isEmpty
  }
}
