internal import Assets

extension JSONInspector {
  /// What a key of a JSON object has.
  package enum Member: Hashable, Sendable {
    /// The text is no JSON object.
    case noObject
    /// The object does not have the key, or has null there.
    case missing
    /// A string's text; several strings in their order, joined by commas; anything else as JSON.
    case text(String)
  }

  /// Looks up a key by its exact bytes.
  package func member(_ key: Span<UInt8>, of text: Span<UInt8>) -> Member {
    PlainMap.member(key, of: text) ?? parsedMember(key, of: text)
  }

  private func parsedMember(_ key: Span<UInt8>, of text: Span<UInt8>) -> Member {
    read(text) { tape in
      guard tape.kind(at: JSONTape.root) == .object else { return .noObject }
      var found = Member.missing
      var name = tape.firstChild(of: JSONTape.root)
      while tape.hasValue(at: name) {
        let value = tape.index(after: name)
        if tape.withBytes(at: name, body: { $0.isIdentical(inBytesTo: key) }) {
          found = tape.member(at: value)
        }
        name = tape.index(after: value)
      }
      return found
    } ?? .noObject
  }

  /// The value of a JSON text; nil if it is none.
  package func value(of text: Span<UInt8>) -> JSONValue? {
    read(text) { JSONValue($0, at: JSONTape.root) }
  }
}

extension JSONTape {
  fileprivate func member(at index: Int) -> JSONInspector.Member {
    switch kind(at: index) {
    case .null: return .missing
    case .string: return .text(string(at: index))
    default:
      var bytes: [UInt8] = []
      if !appendJoined(index, to: &bytes) {
        bytes.removeAll()
        write(index, to: &bytes)
      }
      return .text(String(copying: bytes.span))
    }
  }

  /// Appends the strings of an array, joined by commas; false if it is no array of strings.
  private func appendJoined(_ index: Int, to bytes: inout [UInt8]) -> Bool {
    guard kind(at: index) == .array else { return false }
    var element = firstChild(of: index)
    var isFirst = true
    while hasValue(at: element) {
      guard kind(at: element) == .string else { return false }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      withBytes(at: element) { bytes.append(span: $0) }
      element = self.index(after: element)
    }
    return !isFirst
  }
}
