internal import Assets

extension TapeBuilder {
  /// Adds a value of another tape.
  ///
  /// - Parameter origin: where it comes from; nil for its own places on that tape.
  package mutating func copy(_ tape: borrowing JSONTape, at index: Int, origin: Int? = nil) {
    if tape.hasFlaws { hasFlaws = true }
    let end = tape.index(after: index)
    var at = index
    while at < end {
      let kind = tape.kind(at: at)
      let place = origin ?? at
      if !tape.hasValue(at: at) {
        closeContainer(origin: place)
      } else if kind.isContainer {
        openContainer(kind, origin: place)
      } else if kind == .string {
        tape.withBytes(at: at) { addString($0, origin: place) }
      } else if kind.isNumber {
        tape.withBytes(at: at) { addNumber(spelled: $0, origin: place) }
      } else {
        add(kind, origin: place)
      }
      at += kind.isNumber ? 2 : 1
    }
  }

  /// Adds a value of another tape as a string that holds its JSON text.
  package mutating func copyText(_ tape: borrowing JSONTape, at index: Int, origin: Int? = nil) {
    addString(origin: origin ?? index) { tape.write(index, to: &$0) }
  }

  package mutating func addString(copying bytes: [UInt8], origin: Int) {
    addString(bytes.span, origin: origin)
  }

  /// Adds the key of a member.
  package mutating func addKey(_ name: String, origin: Int) {
    addString(copying: Array(name.utf8), origin: origin)
  }

  /// Adds an object whose members the body adds.
  package mutating func addObject(origin: Int, body: (inout TapeBuilder) -> Void) {
    openContainer(.object, origin: origin)
    body(&self)
    closeContainer(origin: origin)
  }
}
