internal import Assets

/// Numbers terms, from 1 on: the same number for the same term, until it forgets them all.
package struct TermInterner: ~Copyable {
  private struct Entry {
    let hash: UInt64
    let parent: UInt32
    let textStart: UInt32
    let textCount: UInt32
    let kind: Term.Kind
  }

  private var entries: [Entry] = []
  package private(set) var texts: [UInt8] = []
  /// A table by hash, open, at most half full: the number of a term, or 0 for none.
  private var slots = [UInt32](repeating: 0, count: firstSlots)
  private let key = KeyedHash()
  /// Changes whenever the terms are forgotten.
  package private(set) var epoch = 0

  private static let firstSlots = 1 << 12

  /// How many terms it knows: the highest number.
  package var count: Int { entries.count }

  /// How much memory it takes, in bytes.
  package var size: Int {
    texts.count + entries.count * MemoryLayout<Entry>.stride
      + slots.count * MemoryLayout<UInt32>.stride
  }

  package func parent(of number: UInt32) -> UInt32 { entries[Int(number) - 1].parent }

  package func kind(of number: UInt32) -> Term.Kind { entries[Int(number) - 1].kind }

  /// Where in `texts` its text is.
  package func text(of number: UInt32) -> Range<Int> {
    let entry = entries[Int(number) - 1]
    return Int(entry.textStart)..<Int(entry.textStart) + Int(entry.textCount)
  }

  /// The number of the term below another one, or of a field if the parent is 0.
  package mutating func number(_ parent: UInt32, kind: Term.Kind, in text: Span<UInt8>) -> UInt32 {
    let hash = hash(parent, kind: kind, in: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if isSame(slots[slot], hash: hash, parent: parent, kind: kind, in: text) {
        return slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = texts.count
    texts.append(span: text)
    entries.append(
      Entry(
        hash: hash, parent: parent, textStart: UInt32(start), textCount: UInt32(text.count),
        kind: kind))
    slots[slot] = UInt32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return UInt32(entries.count)
  }

  /// Forgets all terms and gives their memory back.
  package mutating func removeAll() {
    entries = []
    texts = []
    slots = [UInt32](repeating: 0, count: Self.firstSlots)
    epoch += 1
  }

  private func isSame(
    _ number: UInt32, hash: UInt64, parent: UInt32, kind: Term.Kind, in text: Span<UInt8>
  ) -> Bool {
    let entry = entries[Int(number) - 1]
    return entry.hash == hash && entry.parent == parent && entry.kind == kind
      && texts.span.extracting(self.text(of: number)).isIdentical(inBytesTo: text)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  private func hash(_ parent: UInt32, kind: Term.Kind, in text: Span<UInt8>) -> UInt64 {
    key.hash(text, from: UInt64(parent) << 8 ^ UInt64(kind.rawValue))
  }
}
