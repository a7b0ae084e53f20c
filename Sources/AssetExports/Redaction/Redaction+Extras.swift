internal import AssetJSON
internal import Assets

extension Redaction {
  /// Appends the value of a member that is kept beside the fields, as JSON text.
  ///
  /// - Parameter key: where the member's key is; its value stands right behind it.
  mutating func write(_ tape: borrowing JSONTape, member key: Int, to bytes: inout [UInt8]) {
    let value = tape.index(after: key)
    let targets = tape.withBytes(at: key) { self.targets(named: $0) }
    if let whole = targets.first(where: { self.key(of: $0) == nil }) {
      return write(tape, value: value, for: whole, to: &bytes)
    }
    write(tape, value: value, keysOf: targets, to: &bytes)
  }

  private mutating func write(
    _ tape: borrowing JSONTape, value: Int, for target: Int, to bytes: inout [UInt8]
  ) {
    guard tape.kind(at: value) != .null else { return tape.write(value, to: &bytes) }
    count(target)
    var text: [UInt8] = []
    if tape.kind(at: value) == .string {
      tape.withBytes(at: value) { text.append(span: $0) }
    } else {
      tape.write(value, to: &text)
    }
    JSONText.append(string: RedactedValue.text(for: text.span).span, to: &bytes)
  }

  /// Appends a value of which some members are not to be kept. As deep as the parser lets values be nested.
  private mutating func write(
    _ tape: borrowing JSONTape, value: Int, keysOf targets: [Int], to bytes: inout [UInt8]
  ) {
    let isObject = tape.kind(at: value) == .object
    guard isObject || tape.kind(at: value) == .array else { return tape.write(value, to: &bytes) }
    bytes.append(UInt8(ascii: isObject ? "{" : "["))
    let first = tape.firstChild(of: value)
    var child = first
    while tape.hasValue(at: child) {
      if child != first { bytes.append(UInt8(ascii: ",")) }
      guard isObject else {
        write(tape, value: child, keysOf: [], to: &bytes)
        child = tape.index(after: child)
        continue
      }
      tape.write(child, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      let own = targets.first {
        key(of: $0).map { tape.string(at: child).exactly == $0.exactly } == true
      }
      if let own {
        write(tape, value: tape.index(after: child), for: own, to: &bytes)
      } else {
        write(tape, member: child, to: &bytes)
      }
      child = tape.index(after: tape.index(after: child))
    }
    bytes.append(UInt8(ascii: isObject ? "}" : "]"))
  }
}
