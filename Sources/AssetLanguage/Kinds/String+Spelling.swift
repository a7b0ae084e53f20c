extension String {
  /// Without the spaces at its ends.
  var trimmingSpace: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = Array(utf8)
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end].drop(while: isSpace), as: UTF8.self)
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
