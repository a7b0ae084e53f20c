/// Collects the pairs of a map, in any order and spelling, and writes them in canonical form: a JSON object with its
/// keys in byte order and no spaces, each value a string, null, or an array of two or more distinct strings in byte
/// order. Keys are exact bytes: case matters, and so does the way a letter with an accent is composed.
///
/// One builder serves many maps: it keeps its memory.
public struct MapBuilder {
  /// What a second value for a key means, as its spelling has it.
  public enum Repetition: Sendable {
    /// A list of tags: the key has several values.
    case several
    /// A JSON object: the last one counts, and `repeated` says so.
    case last
    /// hstore text: the first one counts, and `repeated` says so.
    case first
  }

  private struct Entry {
    var key: Range<Int>
    /// Nil for null.
    var value: Range<Int>?
    /// Counts the times that a key was spelled: the values of one list are of one time.
    var time: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Whether a value is a comma-joined set (`hstore_csv`).
  public var splitsCommas: Bool

  /// Whether a key came twice in a spelling that doesn't allow for it.
  public private(set) var repeated = false

  public init(splitsCommas: Bool = false) { self.splitsCommas = splitsCommas }

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    repeated = false
  }

  /// Adds a key with a value.
  ///
  /// - Parameter isSameTime: whether the key was not spelled again for it: a further value of a list.
  public mutating func add(key: Span<UInt8>, value: Span<UInt8>, isSameTime: Bool = false) {
    let (key, time) = (keep(key), nextTime(isSameTime))
    guard splitsCommas else {
      return entries.append(Entry(key: key, value: keep(value), time: time))
    }
    var start = 0
    for index in 0...value.count where index == value.count || value[index] == UInt8(ascii: ",") {
      let part = keep(value.extracting(start..<index))
      entries.append(Entry(key: key, value: part, time: time))
      start = index + 1
    }
  }

  /// Adds a key with null for its value.
  public mutating func addNull(key: Span<UInt8>, isSameTime: Bool = false) {
    entries.append(Entry(key: keep(key), value: nil, time: nextTime(isSameTime)))
  }

  private func nextTime(_ isSame: Bool) -> Int { (entries.last?.time ?? 0) + (isSame ? 0 : 1) }

  private mutating func keep(_ span: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(span: span)
    return start..<bytes.count
  }
}

extension MapBuilder {
  /// Appends the canonical text of what has been added, and forgets it.
  public mutating func write(to text: inout [UInt8], repetition: Repetition) {
    sort()
    text.append(UInt8(ascii: "{"))
    var start = 0
    while start < entries.count {
      let end = endOfKey(from: start)
      if start > 0 { text.append(UInt8(ascii: ",")) }
      append(entries[start].key, to: &text)
      text.append(UInt8(ascii: ":"))
      write(valuesFrom: start, to: end, repetition, into: &text)
      start = end
    }
    text.append(UInt8(ascii: "}"))
    let repeated = repeated
    removeAll()
    self.repeated = repeated
  }

  /// Takes out what has been added: each key, in byte order, with the first of its values, nil for null.
  mutating func takePairs() -> [(key: String, value: String?)] {
    sort()
    var pairs: [(key: String, value: String?)] = []
    var start = 0
    while start < entries.count {
      let entry = entries[start]
      pairs.append((string(entry.key), entry.value.map(string)))
      start = endOfKey(from: start)
    }
    removeAll()
    return pairs
  }

  private func string(_ range: Range<Int>) -> String {
    String(copying: bytes.span.extracting(range))
  }

  private func endOfKey(from start: Int) -> Int {
    var end = start + 1
    while end < entries.count, compare(entries[start].key, entries[end].key) == 0 { end += 1 }
    return end
  }

  private mutating func write(
    valuesFrom start: Int, to end: Int, _ repetition: Repetition, into text: inout [UInt8]
  ) {
    // One key, one value: by far the most.
    if end == start + 1 { return append(entries[start].value, to: &text) }
    var range = start..<end
    switch repetition {
    case .several: break
    case .last: range = (range.first { entries[$0].time == entries[end - 1].time } ?? start)..<end
    case .first: range = start..<(range.first { entries[$0].time != entries[start].time } ?? end)
    }
    if range.count < end - start { repeated = true }
    write(set: distinctValues(range), into: &text)
  }

  private func write(set values: [Range<Int>], into text: inout [UInt8]) {
    guard values.count > 1 else { return append(values.first, to: &text) }
    for (index, value) in values.enumerated() {
      text.append(UInt8(ascii: index == 0 ? "[" : ","))
      append(value, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  /// Null beside a value adds nothing: the key exists either way.
  private func distinctValues(_ range: Range<Int>) -> [Range<Int>] {
    let sorted = entries[range].compactMap(\.value).sorted { compare($0, $1) < 0 }
    return sorted.indices.filter { $0 == 0 || compare(sorted[$0 - 1], sorted[$0]) != 0 }.map {
      sorted[$0]
    }
  }

  private func append(_ range: Range<Int>?, to text: inout [UInt8]) {
    guard let range else { return text.append(contentsOf: "null".utf8) }
    JSONText.append(string: bytes.span.extracting(range), to: &text)
  }

  /// Insertion sort: maps are small, often nearly sorted, and equal keys must stay in the order they came.
  private mutating func sort() {
    guard entries.count <= 64 else {
      let order = entries.indices.sorted {
        let order = compare(entries[$0].key, entries[$1].key)
        return order == 0 ? $0 < $1 : order < 0
      }
      entries = order.map { entries[$0] }
      return
    }
    for index in entries.indices.dropFirst() {
      let entry = entries[index]
      var gap = index
      while gap > 0, compare(entries[gap - 1].key, entry.key) > 0 {
        entries[gap] = entries[gap - 1]
        gap -= 1
      }
      entries[gap] = entry
    }
  }

  private func compare(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    compareBytes(bytes.span.extracting(left), bytes.span.extracting(right))
  }
}
