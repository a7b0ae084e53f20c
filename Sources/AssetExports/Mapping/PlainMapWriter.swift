internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Writes the maps that are by far the most common straight from the tape: objects whose values are all strings and
/// whose keys are all different. What `MapBuilder` copies and sorts for the others is half of an ingest's mapping.
struct PlainMapWriter {
  /// Where on the tape the keys are.
  private var keys: [Int] = []
  /// How much room the text may need.
  private var room = 0

  /// Appends the canonical text of the object; false, and nothing is appended, if it is no such map.
  mutating func write(_ tape: borrowing JSONTape, object: Int, to text: inout [UInt8]) -> Bool {
    guard collect(tape, object: object) else { return false }
    text.append(addingCapacity: room) { output in
      output.append(UInt8(ascii: "{"))
      for position in keys.indices {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        tape.withBytes(at: keys[position]) { JSONText.append(string: $0, to: &output) }
        output.append(UInt8(ascii: ":"))
        tape.withBytes(at: keys[position] + 1) { JSONText.append(string: $0, to: &output) }
      }
      output.append(UInt8(ascii: "}"))
    }
    return true
  }

  /// Collects the keys in byte order; false if one is there twice, a value is no string, or there is so much that
  /// sorting would take long or the room be large.
  private mutating func collect(_ tape: borrowing JSONTape, object: Int) -> Bool {
    guard tape.kind(at: object) == .object else { return false }
    keys.removeAll(keepingCapacity: true)
    room = 2
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      guard tape.kind(at: key + 1) == .string, keys.count < 64, room < 1 << 20,
        insert(tape, key: key)
      else { return false }
      room += 2 + tape.withBytes(at: key) { JSONText.room(forString: $0.count) }
      room += tape.withBytes(at: key + 1) { JSONText.room(forString: $0.count) }
      key += 2
    }
    return room < 1 << 20
  }

  private mutating func insert(_ tape: borrowing JSONTape, key: Int) -> Bool {
    keys.append(key)
    var gap = keys.count - 1
    while gap > 0 {
      let order = tape.compareBytes(at: keys[gap - 1], with: key)
      guard order != 0 else { return false }
      if order < 0 { break }
      keys[gap] = keys[gap - 1]
      gap -= 1
    }
    keys[gap] = key
    return true
  }
}
