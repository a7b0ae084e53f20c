/// Remembers texts that have come before, and a number with each: exports say the same again and again, and what
/// follows from a text need not be found out twice.
///
/// Its memory is bounded: it forgets all of them when it is full, and gives up where few of them have come again.
package struct TextMemo: Sendable {
  private struct Entry: Sendable {
    let hash: UInt64
    let start: Int
    let count: Int
    let value: Int
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// A table by hash, open, at most half full: the number of an entry, or 0 for none.
  private var slots: [UInt16] = []
  /// How many texts have come again since it was empty.
  private var hits = 0
  private var hasGivenUp = false
  private let key = KeyedHash()

  private static let slotCount = 4_096
  private static let maxBytes = 256 << 10

  package init() {}

  /// What is remembered with the text; nil if that is not known.
  package mutating func value(of text: Span<UInt8>) -> Int? {
    guard !entries.isEmpty else { return nil }
    let hash = key.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.count == text.count,
        bytes.span.extracting(entry.start..<entry.start + entry.count).isIdentical(inBytesTo: text)
      {
        hits += 1
        return entry.value
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// Remembers a text that is not known yet, unless that makes it forget the others.
  ///
  /// - Returns: whether it does.
  package mutating func remember(_ text: Span<UInt8>, value: Int) -> Bool {
    guard !hasGivenUp, text.count <= Self.maxBytes / 16 else { return false }
    let isFull =
      entries.count >= Self.slotCount / 2 || bytes.count + text.count > Self.maxBytes
    if isFull {
      hasGivenUp = hits * 2 < entries.count
      removeAll()
      return false
    }
    if slots.isEmpty { slots = [UInt16](repeating: 0, count: Self.slotCount) }
    let hash = key.hash(text)
    entries.append(Entry(hash: hash, start: bytes.count, count: text.count, value: value))
    bytes.append(span: text)
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
    slots[slot] = UInt16(entries.count)
    return true
  }

  package mutating func removeAll() {
    entries = []
    bytes = []
    slots = []
    hits = 0
  }
}
