internal import Assets

/// PostgreSQL's text of an array of one dimension: `{a,"b c",NULL}`.
package enum ArrayText {
  /// Its members, nil for NULL; nil if it is none.
  package static func members(of text: String) -> [String?]? {
    let trimmed = Array(text.trimmingSpace.utf8)
    guard trimmed.count >= 2, trimmed.first == UInt8(ascii: "{"), trimmed.last == UInt8(ascii: "}")
    else { return nil }
    let bytes = trimmed.dropFirst().dropLast()
    if String(decoding: bytes, as: UTF8.self).trimmingSpace.isEmpty { return [] }
    var members: [String?] = []
    var (member, isQuoted, wasQuoted): ([UInt8], Bool, Bool) = ([], false, false)
    var at = bytes.startIndex
    let finish = { (member: [UInt8], wasQuoted: Bool) -> String?? in
      let text = String(decoding: member, as: UTF8.self)
      if wasQuoted { return .some(text) }
      let plain = text.trimmingSpace
      if plain.isEmpty { return nil }
      return plain.foldedASCII == "null" ? .some(nil) : .some(plain)
    }
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard at < bytes.endIndex else { return nil }
        member.append(bytes[at])
        at += 1
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        if isQuoted, !wasQuoted { member.removeAll { $0 == 0x20 } }
        wasQuoted = true
      case UInt8(ascii: ",") where !isQuoted:
        guard let done = finish(member, wasQuoted) else { return nil }
        members.append(done)
        (member, wasQuoted) = ([], false)
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        guard isQuoted else { return nil }
        member.append(byte)
      default: if isQuoted || !wasQuoted { member.append(byte) }
      }
    }
    guard !isQuoted, let done = finish(member, wasQuoted) else { return nil }
    return members + [done]
  }
}
