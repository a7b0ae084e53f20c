internal import Assets

/// Puts the members of one JSON object over those of another. Keeps its memory from one to the next.
package struct JSONMemberMerge: ~Copyable {
  private var oldParser = JSONParser()
  private var newParser = JSONParser()

  package init() {}

  /// Appends an object with the members of both; of two with one name that of the second.
  ///
  /// - Parameters: two texts of objects whose members stand in the byte order of their names, each name once.
  /// - Throws: `JSONFault` for a text that is no JSON.
  package mutating func merge(
    _ old: Span<UInt8>, under new: Span<UInt8>, into text: inout [UInt8]
  ) throws {
    let (oldText, newText) = (Array(copying: old), Array(copying: new))
    try oldParser.parse(text: oldText) { old in
      try newParser.parse(text: newText) { new in
        text.append(UInt8(ascii: "{"))
        Self.write(old, new: new, to: &text)
        text.append(UInt8(ascii: "}"))
      }
    }
  }

  private static func write(
    _ old: borrowing JSONTape, new: borrowing JSONTape, to text: inout [UInt8]
  ) {
    var left = old.firstChild(of: JSONTape.root)
    var right = new.firstChild(of: JSONTape.root)
    var isFirst = true
    while old.hasValue(at: left) || new.hasValue(at: right) {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      let order = order(old, left: left, new: new, right: right)
      if order < 0 {
        old.writeMember(left, to: &text)
      } else {
        new.writeMember(right, to: &text)
      }
      if order <= 0 { left = old.index(after: left + 1) }
      if order >= 0 { right = new.index(after: right + 1) }
    }
  }

  private static func order(
    _ old: borrowing JSONTape, left: Int, new: borrowing JSONTape, right: Int
  ) -> Int {
    guard old.hasValue(at: left) else { return 1 }
    guard new.hasValue(at: right) else { return -1 }
    return old.withBytes(at: left) { left in
      new.withBytes(at: right) { compareBytes(left, with: $0) }
    }
  }
}

extension JSONTape {
  /// Appends a member of an object, whose value stands right behind its key.
  fileprivate func writeMember(_ key: Int, to text: inout [UInt8]) {
    write(key, to: &text)
    text.append(UInt8(ascii: ":"))
    write(key + 1, to: &text)
  }
}
