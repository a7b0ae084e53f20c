internal import AssetJSON
internal import Assets

/// The members of a record that are kept beside its fields. Keeps its memory from record to record.
struct ExtraMembers {
  private struct Entry {
    /// Where on the tape. The value stands right behind it.
    let key: Int
    /// The number of the name that is counted when the record is taken; nil for a field's.
    let name: Int?
  }

  private var entries: [Entry] = []
  /// Those of the keys whose values are objects that some fields were taken out of.
  private var rests: [Int] = []
  /// The values that were taken out.
  private var taken: Set<Int> = []
  /// By number of a name: how many records had it.
  private var counts: [Int] = []

  mutating func begin() {
    entries.removeAll(keepingCapacity: true)
    guard !rests.isEmpty || !taken.isEmpty else { return }
    rests.removeAll(keepingCapacity: true)
    taken.removeAll(keepingCapacity: true)
  }

  /// - Parameter name: the number of the member's name or, if it is in another, of that one's.
  mutating func add(_ key: Int, name: Int) { entries.append(Entry(key: key, name: name)) }

  /// Keeps a field's value as it came, where the field can't hold all that it says.
  mutating func keep(_ key: Int) { entries.append(Entry(key: key, name: nil)) }

  var isEmpty: Bool { entries.isEmpty }

  /// Where on the tape the keys are.
  var keys: [Int] { entries.map(\.key) }

  /// Says that a value inside of a member is a field's.
  mutating func take(_ value: Int) { taken.insert(value) }

  /// Keeps of a member what is no field's.
  mutating func addRest(of key: Int, name: Int) {
    add(key, name: name)
    rests.append(key)
  }

  /// Counts the names of the last record, which has been taken.
  mutating func count() {
    for case let name? in entries.lazy.map(\.name) {
      while counts.count <= name { counts.append(0) }
      counts[name] += 1
    }
  }

  /// How many records had a member that is no field, by its name.
  func counts(_ names: borrowing MemberNames) -> [String: Int] {
    var result: [String: Int] = [:]
    for (number, count) in counts.enumerated() where count > 0 {
      result[String(decoding: names[number], as: UTF8.self), default: 0] += count
    }
    return result
  }
}

extension ExtraMembers {
  /// Appends the members as a JSON object with its keys in byte order.
  ///
  /// - Returns: the keys of members whose names are there twice, and of members that hold a name twice with that name.
  mutating func write(
    _ tape: borrowing JSONTape, redaction: inout Redaction?, to bytes: inout [UInt8]
  ) -> (dropped: [Int], within: [(outer: Int, inner: Int)]) {
    // Equal names stay in the order they came: their keys' places on the tape are in it.
    entries.sort { left, right in
      let order = tape.compareBytes(at: left.key, with: right.key)
      return order == 0 ? left.key < right.key : order < 0
    }
    let start = bytes.count
    bytes.append(UInt8(ascii: "{"))
    var dropped: [Int] = []
    var within: [(outer: Int, inner: Int)] = []
    for position in entries.indices {
      let key = entries[position].key
      // A name twice: the last counts, as in the record itself.
      if position + 1 < entries.count,
        tape.compareBytes(at: key, with: entries[position + 1].key) == 0
      {
        dropped.append(key)
        continue
      }
      if bytes.count > start + 1 { bytes.append(UInt8(ascii: ",")) }
      let value = tape.index(after: key)
      tape.write(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      if rests.contains(key) {
        writeRest(tape, object: value, redaction: &redaction, to: &bytes)
      } else {
        redaction.write(tape, key: key, to: &bytes)
      }
      if let inner = tape.keyTwice(in: value) { within.append((key, inner)) }
    }
    bytes.append(UInt8(ascii: "}"))
    // Each is one name of the record.
    if !dropped.isEmpty { entries.removeAll { dropped.contains($0.key) } }
    return (dropped, within)
  }

  /// An object without what was taken out of it. As deep as paths are.
  private func writeRest(
    _ tape: borrowing JSONTape, object: Int, redaction: inout Redaction?,
    to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      if !taken.contains(value) || holdsRest(tape, object: value) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        tape.write(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if taken.contains(value) {
          writeRest(tape, object: value, redaction: &redaction, to: &bytes)
        } else {
          redaction.write(tape, key: key, to: &bytes)
        }
      }
      key = tape.index(after: value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Whether an object that fields were taken out of has anything left.
  private func holdsRest(_ tape: borrowing JSONTape, object: Int) -> Bool {
    guard tape.kind(at: object) == .object else { return false }
    var (key, hasTaken, hasRest) = (tape.firstChild(of: object), false, false)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      if taken.contains(value) {
        hasTaken = true
        hasRest = hasRest || holdsRest(tape, object: value)
      } else {
        hasRest = true
      }
      key = tape.index(after: value)
    }
    // One that nothing was taken out of is a field's as a whole.
    return hasTaken && hasRest
  }
}

extension Redaction? {
  /// Appends the value behind a key, without what is not to be kept of it.
  fileprivate mutating func write(
    _ tape: borrowing JSONTape, key: Int, to bytes: inout [UInt8]
  ) {
    if self?.write(tape, member: key, to: &bytes) == nil {
      tape.write(tape.index(after: key), to: &bytes)
    }
  }
}
