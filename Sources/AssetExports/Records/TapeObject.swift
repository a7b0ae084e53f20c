internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// The members of an object, for the few that are looked at as a whole.
struct TapeObject {
  struct Member {
    let name: [UInt8]
    /// Where on the tape.
    let key: Int
    let value: Int
    let kind: JSONTape.Kind
  }

  private(set) var members: [Member] = []

  /// No members if it is no object.
  init(_ tape: borrowing JSONTape, at index: Int) {
    guard tape.kind(at: index) == .object else { return }
    var key = tape.firstChild(of: index)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      members.append(
        Member(
          name: tape.withBytes(at: key) { Array(copying: $0) }, key: key, value: value,
          kind: tape.kind(at: value)))
      key = tape.index(after: value)
    }
  }

  /// The first member of that name, which is given in lower case, in whatever case, if it is of this kind.
  func member(_ name: StaticString, kind: JSONTape.Kind? = nil) -> Member? {
    members.first { ($0.kind == kind || kind == nil) && $0.isNamed(name) }
  }
}

extension TapeObject.Member {
  /// Whether it has that name, which is given in lower case, in whatever case.
  func isNamed(_ lowercased: StaticString) -> Bool {
    name.span.isIdentical(inLettersTo: lowercased)
  }
}

extension Span where Element == UInt8 {
  /// Whether these are the letters of the name, which is given in lower case, in whatever case.
  func isIdentical(inLettersTo lowercased: StaticString) -> Bool {
    guard count == lowercased.utf8CodeUnitCount else { return false }
    let letters = unsafe UnsafeBufferPointer(
      start: lowercased.utf8Start, count: lowercased.utf8CodeUnitCount)
    for index in indices {
      let letter = self[index]
      let lower = (0x41...0x5A).contains(letter) ? letter | 0x20 : letter
      guard unsafe lower == letters[index] else { return false }
    }
    return true
  }
}

extension JSONTape {
  /// Whether it is a list whose first element is the text of an object.
  func isListOfTexts(_ value: Int) -> Bool {
    let first = firstChild(of: value)
    return kind(at: value) == .array && kind(at: first) == .string
      && withBytes(at: first, body: NestedJSON.isContainer)
  }

  /// Whether it is a list of texts, or an empty one.
  func isListOfNames(_ value: Int) -> Bool {
    let first = firstChild(of: value)
    return kind(at: value) == .array && (!hasValue(at: first) || kind(at: first) == .string)
  }

  /// How many elements a list has.
  func count(of list: Int) -> Int {
    var (count, element) = (0, firstChild(of: list))
    while hasValue(at: element) {
      count += 1
      element = index(after: element)
    }
    return count
  }

  /// Whether it is a list whose first element is an object, or an empty one.
  func isListOfObjects(_ value: Int) -> Bool {
    guard kind(at: value) == .array else { return false }
    let first = firstChild(of: value)
    // Lists of objects may stand in it, as of a query of several pages.
    return !hasValue(at: first) || kind(at: first) == .object
      || kind(at: first) == .array && hasValue(at: firstChild(of: first)) && isListOfObjects(first)
  }

  /// Whether there is an element behind a list's first one.
  func hasSecondElement(_ list: Int) -> Bool {
    let first = firstChild(of: list)
    return hasValue(at: first) && hasValue(at: index(after: first))
  }
}
