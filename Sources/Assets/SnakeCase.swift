extension String {
  /// `ContentHandlingStrategy`, `contentHandlingStrategy` → `content_handling_strategy`; `VPCId` → `vpc_id`.
  package var inSnakeCase: String {
    let letters = Array(utf8)
    var result: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      guard isUpper(letter) else {
        result.append(letter)
        continue
      }
      // An acronym's plural, TargetARNs, and its number, IPv6Ranges, are part of it.
      let followsLower =
        index > 0 && !isUpper(letters[index - 1]) && letters[index - 1] != UInt8(ascii: "_")
      let endsAcronym =
        index > 0 && isUpper(letters[index - 1]) && index + 1 < letters.count
        && (0x61...0x7A).contains(letters[index + 1])
        && !endsPlural(letters, at: index + 1) && !isNumbered(letters, at: index + 1)
      if followsLower || endsAcronym { result.append(UInt8(ascii: "_")) }
      result.append(letter | 0x20)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Whether a word ends with this s.
private func endsPlural(_ letters: [UInt8], at index: Int) -> Bool {
  guard letters[index] == UInt8(ascii: "s") else { return false }
  return index + 1 == letters.count || !(0x61...0x7A).contains(letters[index + 1])
}

/// Whether a version's number follows: the v of `IPv6`.
private func isNumbered(_ letters: [UInt8], at index: Int) -> Bool {
  letters[index] == UInt8(ascii: "v") && index + 1 < letters.count
    && (0x30...0x39).contains(letters[index + 1])
}

extension String {
  /// `Instance ID` → `Instance_ID`, `Size (GB)` → `Size_GB`: a header of a table as the name that it is.
  package var withoutGaps: String {
    let isGap = { (byte: UInt8) in " -/()".utf8.contains(byte) }
    guard utf8.contains(where: isGap) else { return self }
    return utf8.split(whereSeparator: isGap).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "_")
  }
}

private func isUpper(_ letter: UInt8) -> Bool { (0x41...0x5A).contains(letter) }
