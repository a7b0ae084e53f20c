internal import AssetFiles
internal import Assets

/// Numbers names in the order in which they are first seen, without making anything of a name that is known.
struct NameIndex {
  private var names: [Range<Int>] = []
  /// The bytes of all names.
  private var bytes: [UInt8] = []
  /// Open addressing; a number is stored as one more, 0 stands for free.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { names.count }

  /// The bytes of a name.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[names[number]] }

  func isName(_ number: Int, name: Span<UInt8>) -> Bool {
    bytes.span.extracting(names[number]).isIdentical(inBytesTo: name)
  }

  /// The number of a name; nil if it is not known.
  func number(of name: Span<UInt8>) -> Int? {
    let slot = slot(of: name)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// Numbers a name that is not known.
  mutating func add(_ name: Span<UInt8>) -> Int {
    let start = bytes.count
    bytes.append(span: name)
    names.append(start..<bytes.count)
    if names.count * 2 > slots.count { grow() }
    slots[slot(of: name)] = Int32(names.count)
    return names.count - 1
  }

  private func slot(of name: Span<UInt8>) -> Int {
    // Seeded at random for each process, so that nobody can write names that all fall together.
    var hasher = Hasher()
    unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0, !isName(Int(slots[slot]) - 1, name: name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in names.indices.dropLast() {
      slots[slot(of: bytes.span.extracting(names[number]))] = Int32(number + 1)
    }
  }
}
