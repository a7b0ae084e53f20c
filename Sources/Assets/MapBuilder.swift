/// Collects the pairs of a map, in any order and spelling, and writes them in canonical form: a JSON object with its
/// keys in byte order and no spaces, each value a string, null, or an array of two or more distinct strings in byte
/// order. Keys are exact bytes: case matters, and so does the way a letter with an accent is composed.
///
/// One builder serves many maps: it keeps its memory. A map may have up to 4 GiB of keys and values.
package struct MapBuilder {
  /// What a second value for a key means, as its spelling has it.
  package enum Repetition: Sendable {
    /// A list of tags: the key has several values.
    case several
    /// A JSON object: the last one counts, and `repeated` says so.
    case last
    /// hstore text: the first one counts, and `repeated` says so.
    case first
  }

  /// A place in the bytes: small, since a record can have millions of them.
  struct Slice {
    var start: UInt32 = 0
    var count: UInt32 = 0

    /// Stands for null.
    static let null = Slice(count: .max)

    var isNull: Bool { count == .max }
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  struct Entry {
    var key: Slice
    var value: Slice
    /// Counts the times that a key was spelled: the values of one list are of one time.
    var time: UInt32
  }

  var bytes: [UInt8] = []
  var entries: [Entry] = []
  /// The last key that was spelled, and the how manieth it was.
  private var last = (key: Slice(), time: UInt32(0))
  /// How many entries there may be before those that say nothing new are let go.
  private var patience = Self.firstPatience
  private static let firstPatience = 1 << 16
  /// Whether a value is a comma-joined set (`hstore_csv`).
  package var splitsCommas: Bool

  /// Whether a key came twice in a spelling that doesn't allow for it.
  package internal(set) var repeated = false

  /// Whether the parts of a comma-joined set came in another order than they are written in, or more than once.
  package internal(set) var hadOrder = false

  package init(splitsCommas: Bool = false) { self.splitsCommas = splitsCommas }

  /// Begins with another map, in the memory of the last.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    last = (Slice(), 0)
    patience = Self.firstPatience
    repeated = false
    hadOrder = false
  }

  /// Adds a key with a value.
  ///
  /// - Parameter isSameTime: whether the key was not spelled again for it: a further value of a list.
  package mutating func add(key: Span<UInt8>, value: Span<UInt8>, isSameTime: Bool = false) {
    begin(key, isSameTime: isSameTime)
    guard splitsCommas else { return append(keep(value)) }
    var (start, previous) = (0, Slice?.none)
    for index in 0...value.count where index == value.count || value[index] == UInt8(ascii: ",") {
      let part = keep(value.extracting(start..<index))
      if let previous, compare(previous, with: part) >= 0 { hadOrder = true }
      append(part)
      (start, previous) = (index + 1, part)
    }
  }

  /// Adds a key with null for its value.
  package mutating func addNull(key: Span<UInt8>, isSameTime: Bool = false) {
    begin(key, isSameTime: isSameTime)
    append(.null)
  }

  private mutating func begin(_ key: Span<UInt8>, isSameTime: Bool) {
    if !isSameTime { last = (keep(key), last.time + 1) }
  }

  private mutating func append(_ value: Slice) {
    entries.append(Entry(key: last.key, value: value, time: last.time))
    guard entries.count >= patience else { return }
    compact()
    patience = max(Self.firstPatience, entries.count * 2)
  }

  private mutating func keep(_ span: Span<UInt8>) -> Slice {
    let start = bytes.count
    bytes.append(span: span)
    return Slice(start: UInt32(start), count: UInt32(span.count))
  }
}

extension MapBuilder {
  /// Lets go of what changes nothing: of a pair that came often, all but its first and its last time.
  private mutating func compact() {
    sort()
    var kept = 0
    for index in entries.indices {
      let isRepeated = kept > 1 && isSame(entries[kept - 2], as: entries[index])
      if !isRepeated { kept += 1 }
      entries[kept - 1] = entries[index]
    }
    entries.removeLast(entries.count - kept)
  }

  private func isSame(_ left: Entry, as right: Entry) -> Bool {
    compare(left.key, with: right.key) == 0 && compare(left.value, with: right.value) == 0
  }

  /// By key, then by value, null first, then by time.
  ///
  /// An insertion sort where it does: maps are small and often nearly sorted.
  mutating func sort() {
    guard entries.count <= 64 else { return entries.sort(by: isLess) }
    for index in entries.indices.dropFirst() {
      let entry = entries[index]
      var gap = index
      while gap > 0, isLess(entry, than: entries[gap - 1]) {
        entries[gap] = entries[gap - 1]
        gap -= 1
      }
      entries[gap] = entry
    }
  }

  private func isLess(_ left: Entry, than right: Entry) -> Bool {
    let keys = compare(left.key, with: right.key)
    guard keys == 0 else { return keys < 0 }
    let values = compare(left.value, with: right.value)
    return values == 0 ? left.time < right.time : values < 0
  }

  func compare(_ left: Slice, with right: Slice) -> Int {
    guard !left.isNull, !right.isNull else {
      return (left.isNull ? 0 : 1) - (right.isNull ? 0 : 1)
    }
    return compareBytes(bytes.span.extracting(left.range), with: bytes.span.extracting(right.range))
  }
}
