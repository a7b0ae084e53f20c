internal import Assets

extension RecordMapper {
  /// Appends the value at an index as what its field holds.
  mutating func convert(
    _ tape: borrowing JSONTape, _ value: Int, _ field: Int, _ bytes: inout [UInt8], _ place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let start = bytes.count
    switch dataTypes[field] {
    case .hstore, .hstoreCSV: try readMap(tape, value, field, &bytes, place)
    case .json: tape.write(value, to: &bytes)
    case .array(let element): try readArray(tape, value, element, &bytes)
    case .string, .timestamp: appendText(tape, value, &bytes)
    case .int64: return .integer(try integer(tape, value))
    case .float64: return .real(try real(tape, value))
    case .bool: return .integer(try bool(tape, value) ? 1 : 0)
    }
    return .text(start..<bytes.count)
  }

  private mutating func readMap(
    _ tape: borrowing JSONTape, _ value: Int, _ field: Int, _ bytes: inout [UInt8], _ place: Place
  ) throws(ValueFault) {
    let splitsCommas = dataTypes[field] == .hstoreCSV
    try maps.read(tape, value, splitsCommas: splitsCommas, into: &bytes)
    if let repetition = maps.oddity.repetition {
      let name = type.fields[field].name
      warnings.add(
        "map-key-twice",
        example: "line \(place.line): \(name) has a key twice; the \(repetition) counts")
    }
    if maps.oddity.hadAttributes { extras.append(value - 1) }
  }

  /// Text stays what it is; a number or boolean keeps its spelling; what is nested becomes JSON text.
  private func appendText(_ tape: borrowing JSONTape, _ value: Int, _ bytes: inout [UInt8]) {
    switch tape.kind(at: value) {
    case .object, .array: tape.write(value, to: &bytes)
    default: tape.withBytes(at: value) { bytes.append(span: $0) }
    }
  }

  private func integer(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) -> Int64 {
    let text = tape.string(at: value)
    if let exact = Int64(text) { return exact }
    // 10.0 and 1e3 are integers that a double holds exactly.
    if let double = Double(text), let exact = Int64(exactly: double), exact.magnitude < 1 << 53 {
      return exact
    }
    throw ValueFault(value, "this is no 64-bit integer")
  }

  private func real(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) -> Double {
    guard let real = Double(tape.string(at: value)), real.isFinite else {
      throw ValueFault(value, "this is no finite number")
    }
    return real
  }

  private func bool(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) -> Bool {
    switch tape.string(at: value).lowercased() {
    case "true": return true
    case "false": return false
    default: throw ValueFault(value, "this is neither true nor false")
    }
  }

  private func readArray(
    _ tape: borrowing JSONTape, _ list: Int, _ element: DataType.Element, _ bytes: inout [UInt8]
  ) throws(ValueFault) {
    guard tape.kind(at: list) == .array else { throw ValueFault(list, "this is no list") }
    var value = tape.firstChild(of: list)
    while tape.hasValue(at: value) {
      if tape.kind(at: value) != .null { try check(tape, value, element) }
      value = tape.index(after: value)
    }
    tape.write(list, to: &bytes)
  }

  private func check(
    _ tape: borrowing JSONTape, _ value: Int, _ element: DataType.Element
  ) throws(ValueFault) {
    let fits =
      switch (element, tape.kind(at: value)) {
      case (.string, .string), (.bool, .true), (.bool, .false): true
      case (.int64, .signed), (.float64, .signed), (.float64, .unsigned), (.float64, .double): true
      default: false
      }
    guard fits else { throw ValueFault(value, "this is no \(element.rawValue)") }
  }
}
