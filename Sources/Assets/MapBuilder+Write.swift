extension MapBuilder {
  /// Appends the canonical text of what has been added, and forgets it.
  package mutating func write(to text: inout [UInt8], repetition: Repetition) {
    sort()
    text.append(UInt8(ascii: "{"))
    var start = 0
    while start < entries.count {
      let end = endOfKey(from: start)
      if start > 0 { text.append(UInt8(ascii: ",")) }
      append(entries[start].key, to: &text)
      text.append(UInt8(ascii: ":"))
      writeValues(start..<end, repetition: repetition, into: &text)
      start = end
    }
    text.append(UInt8(ascii: "}"))
    let (repeated, hadOrder) = (repeated, hadOrder)
    removeAll()
    (self.repeated, self.hadOrder) = (repeated, hadOrder)
  }

  /// Takes out what has been added: each key, in byte order, with the first of its values, nil for null.
  mutating func takePairs() -> [(key: String, value: String?)] {
    sort()
    var pairs: [(key: String, value: String?)] = []
    var start = 0
    while start < entries.count {
      let end = endOfKey(from: start)
      let first = entries[start..<end].min { $0.time < $1.time } ?? entries[start]
      pairs.append((string(first.key), first.value.isNull ? nil : string(first.value)))
      start = end
    }
    removeAll()
    return pairs
  }

  private func string(_ slice: Slice) -> String {
    String(copying: bytes.span.extracting(slice.range))
  }

  private func endOfKey(from start: Int) -> Int {
    var end = start + 1
    while end < entries.count, compare(entries[start].key, with: entries[end].key) == 0 { end += 1 }
    return end
  }

  /// Writes what counts of a key's values, which stand in their order: each once. Null beside a value adds nothing:
  /// the key exists either way.
  private mutating func writeValues(
    _ range: Range<Int>, repetition: Repetition, into text: inout [UInt8]
  ) {
    // One key, one value: by far the most.
    if range.count == 1 { return append(entries[range.lowerBound].value, to: &text) }
    let time = time(of: range, repetition: repetition)
    var (count, previous, bracket) = (0, Slice.null, 0)
    for index in range {
      let entry = entries[index]
      guard time == nil || entry.time == time else {
        repeated = true
        continue
      }
      guard !entry.value.isNull, count == 0 || compare(previous, with: entry.value) != 0 else {
        continue
      }
      if count == 0 { bracket = text.count }
      if count > 0 { text.append(UInt8(ascii: ",")) }
      append(entry.value, to: &text)
      (count, previous) = (count + 1, entry.value)
    }
    if count == 0 { append(.null, to: &text) }
    guard count > 1 else { return }
    text.insert(UInt8(ascii: "["), at: bracket)
    text.append(UInt8(ascii: "]"))
  }

  /// The time whose values count; nil if all do.
  private func time(of range: Range<Int>, repetition: Repetition) -> UInt32? {
    let times = entries[range].lazy.map(\.time)
    return switch repetition {
    case .several: nil
    case .last: times.max()
    case .first: times.min()
    }
  }

  private func append(_ slice: Slice, to text: inout [UInt8]) {
    guard !slice.isNull else { return text.append(contentsOf: "null".utf8) }
    JSONText.append(string: bytes.span.extracting(slice.range), to: &text)
  }
}
