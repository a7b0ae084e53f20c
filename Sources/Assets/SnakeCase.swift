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
      let followsLower =
        index > 0 && !isUpper(letters[index - 1]) && letters[index - 1] != UInt8(ascii: "_")
      let endsAcronym =
        index > 0 && isUpper(letters[index - 1]) && index + 1 < letters.count
        && (0x61...0x7A).contains(letters[index + 1])
      if followsLower || endsAcronym { result.append(UInt8(ascii: "_")) }
      result.append(letter | 0x20)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

private func isUpper(_ letter: UInt8) -> Bool { (0x41...0x5A).contains(letter) }
