/// An address of the internet with the length of its network, as PostgreSQL's `inet` has it.
package struct InternetAddress: Hashable, Sendable {
  /// 4 or 16 of them.
  package let bytes: [UInt8]
  /// How many bits from the left say which network it is in.
  package let length: Int

  package var width: Int { bytes.count * 8 }

  /// 4 or 6.
  package var family: Int { bytes.count == 4 ? 4 : 6 }

  package init(bytes: [UInt8], length: Int) { (self.bytes, self.length) = (bytes, length) }

  /// Reads `10.0.0.1`, `10.0.0.0/8`, `::1`, `2001:db8::/32`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let bytes = Self.bytes(of: parts[0], isWhole: parts.count == 1) else { return nil }
    var length = bytes.count * 8
    if parts.count == 2 {
      guard let given = Self.number(parts[1], upTo: length) else { return nil }
      length = given
    }
    self.init(bytes: bytes, length: length)
  }

  /// - Parameter isWhole: whether nothing may be left out: a network may be written as `10.1/16`.
  private static func bytes(of text: Substring, isWhole: Bool) -> [UInt8]? {
    if text.utf8.contains(UInt8(ascii: ":")) { return sixteen(text) }
    guard let bytes = four(text), bytes.count == 4 || !isWhole else { return nil }
    return bytes + Array(repeating: 0, count: 4 - bytes.count)
  }

  private static func number(_ text: Substring, upTo limit: Int) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number <= limit
    else { return nil }
    return number
  }

  private static func four(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0, upTo: 255) }
    return parts.count <= 4 && numbers.count == parts.count ? numbers.map(UInt8.init) : nil
  }

  /// Groups of four digits, of which `::` leaves out those that are 0; the last two may be an address of version 4.
  private static func sixteen(_ text: Substring) -> [UInt8]? {
    guard let gap = text.firstRange(of: "::") else {
      return groups(of: text).flatMap { $0.count == 16 ? $0 : nil }
    }
    guard let head = groups(of: text[..<gap.lowerBound]),
      let tail = groups(of: text[gap.upperBound...]), head.count + tail.count <= 14
    else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(of text: Substring) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
        guard let last = four(part), last.count == 4 else { return nil }
        bytes += last
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
          let group = UInt16(part, radix: 16)
        else { return nil }
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      }
    }
    return bytes.count <= 16 ? bytes : nil
  }
}

extension InternetAddress {
  /// Without the length of the network.
  package var host: String {
    if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    let gap = Self.gap(in: groups)
    let written = groups.map { String($0, radix: 16) }
    // Mapped addresses of version 4 are written as such.
    if gap.lowerBound == 0, gap.count == 6 || gap.count == 5 && groups[5] == 0xFFFF {
      let four = bytes[12...].map { String($0) }.joined(separator: ".")
      return gap.count == 6 ? "::\(four)" : "::ffff:\(four)"
    }
    guard !gap.isEmpty else { return written.joined(separator: ":") }
    return written[..<gap.lowerBound].joined(separator: ":") + "::"
      + written[gap.upperBound...].joined(separator: ":")
  }

  /// The first of the longest runs of zeros, if it is longer than one.
  private static func gap(in groups: [Int]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    return best
  }

  /// As PostgreSQL writes it; of a network always with the length.
  package func text(isNetwork: Bool = false) -> String {
    length == width && !isNetwork ? host : "\(host)/\(length)"
  }

  /// The same with all bits behind the network 0, or 1.
  package func filled(ones: Bool) -> InternetAddress {
    let bytes = self.bytes.enumerated().map { index, byte in
      let kept = min(max(length - index * 8, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF >> kept)
      return ones ? byte | mask : byte & ~mask
    }
    return InternetAddress(bytes: bytes, length: length)
  }

  /// Whether one lies in the network of the other, or is that.
  package func isWithin(_ other: InternetAddress) -> Bool {
    bytes.count == other.bytes.count && length >= other.length
      && InternetAddress(bytes: bytes, length: other.length).filled(ones: false).bytes
        == other.filled(ones: false).bytes
  }
}

extension InternetAddress {
  /// A text that sorts, byte by byte, as PostgreSQL sorts addresses: by the bits of the network, then by its length, then
  /// by the bits behind it.
  package var sortable: String {
    var text = family == 4 ? "4" : "6"
    for index in 0..<width {
      if index == length { text += "!" }
      text += bytes[index / 8] >> (7 - index % 8) & 1 == 1 ? "1" : "0"
    }
    return length == width ? text + "!" : text
  }

  /// Reads what `sortable` gives; nil for anything else.
  package init?(sortable: Span<UInt8>) {
    guard sortable.count == 34 || sortable.count == 130,
      sortable[0] == (sortable.count == 34 ? UInt8(ascii: "4") : UInt8(ascii: "6"))
    else { return nil }
    var (bytes, length, at): ([UInt8], Int?, Int) = (
      Array(repeating: 0, count: sortable.count == 34 ? 4 : 16), nil, 0
    )
    for index in 1..<sortable.count {
      switch sortable[index] {
      case UInt8(ascii: "!") where length == nil: length = at
      case UInt8(ascii: "1"):
        guard at < bytes.count * 8 else { return nil }
        bytes[at / 8] |= 0x80 >> UInt8(at % 8)
        at += 1
      case UInt8(ascii: "0"): at += 1
      default: return nil
      }
    }
    guard let length, at == bytes.count * 8 else { return nil }
    self.init(bytes: bytes, length: length)
  }
}
