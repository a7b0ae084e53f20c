internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

extension ValueConverter {
  /// Whether commas join several values of a key of the map.
  func splitsCommas(_ field: Int) -> Bool { joinsValues && dataTypes[field] == .hstoreCSV }

  mutating func readMap(
    _ tape: borrowing JSONTape, value: Int, field: Int, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) {
    try maps.read(tape, at: value, splitsCommas: splitsCommas(field), into: &bytes)
    noteOddity(field, at: place)
    if maps.oddity.hadAttributes { kept = value - 1 }
  }

  /// Appends the map whose members stand in the record by themselves.
  mutating func readMap(
    _ tape: borrowing JSONTape, parts: [MapPart], field: Int, into bytes: inout [UInt8],
    at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let start = bytes.count
    for part in parts {
      try tape.requireText(part.name)
      try tape.requireText(part.name + 1)
    }
    try maps.read(tape, parts: parts, splitsCommas: splitsCommas(field), into: &bytes)
    noteOddity(field, at: place)
    return .text(start..<bytes.count)
  }

  private mutating func noteOddity(_ field: Int, at place: Place) {
    if let repetition = maps.oddity.repetition {
      let name = type.fields[field].name
      warnings.add(
        "map-key-twice",
        example: "line \(place.line): \(name) has a key twice; the \(repetition) counts")
    }
    if maps.oddity.isReduced { reducedFields.append(field) }
  }

  /// Text stays what it is; a number or boolean keeps its spelling; what is nested becomes JSON text.
  func appendText(_ tape: borrowing JSONTape, value: Int, to bytes: inout [UInt8]) {
    switch tape.kind(at: value) {
    case .object, .array: tape.write(value, to: &bytes)
    default: tape.withBytes(at: value) { bytes.append(span: $0) }
    }
  }
}

extension ValueConverter {
  /// In a table a JSON field is text. Text that is none is kept as a string, but for what was to be an object or a list.
  mutating func readJSON(
    _ tape: borrowing JSONTape, value: Int, field: Int, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) {
    guard readsText, tape.kind(at: value) == .string else {
      if let key = tape.keyTwice(in: value) {
        warnings.addTwice(tape.string(at: key), within: type.fields[field].name, at: place)
      }
      return tape.write(value, to: &bytes)
    }
    do throws(ValueFault) {
      try text.read(tape, at: value) { inner in inner.write(JSONTape.root, to: &bytes) }
    } catch {
      guard !tape.withBytes(at: value, body: NestedJSON.isContainer) else { throw error }
      tape.write(value, to: &bytes)
      let name = type.fields[field].name
      warnings.add(
        "no-json",
        example: "line \(place.line): \(name) holds text that is no JSON; it is kept as a string")
    }
  }

  /// Appends a list, or what stands for one; whether it says all that the value does.
  mutating func readArray(
    _ tape: borrowing JSONTape, value: Int, element: DataType.Element, into bytes: inout [UInt8]
  ) throws(ValueFault) -> Bool {
    guard tape.kind(at: value) == .string, tape.withBytes(at: value, body: NestedJSON.isContainer)
    else {
      return try appendList(tape, list: value, element: element, to: &bytes)
    }
    // Lent to this call alone: what it calls needs the rest of the mapper.
    var nested = NestedJSON()
    swap(&nested, &text)
    defer { swap(&nested, &text) }
    return try nested.read(tape, at: value) { inner throws(ValueFault) in
      try appendList(inner, list: JSONTape.root, element: element, to: &bytes)
    }
  }

  private func appendList(
    _ tape: borrowing JSONTape, list: Int, element: DataType.Element, to bytes: inout [UInt8]
  ) throws(ValueFault) -> Bool {
    if element == .string, tape.kind(at: list) == .object {
      return appendLabels(tape, object: list, to: &bytes)
    }
    guard tape.kind(at: list) == .array else { throw ValueFault(list, reason: "this is no list") }
    let first = tape.firstChild(of: list)
    var value = first
    while tape.hasValue(at: value) {
      bytes.append(UInt8(ascii: value == first ? "[" : ","))
      try append(tape, value: value, as: element, to: &bytes)
      value = tape.index(after: value)
    }
    bytes.append(contentsOf: (value == first ? "[]" : "]").utf8)
    return true
  }

  /// `{"env": "prod"}` as the data directory has labels: `["env:prod"]`; whether that says as much.
  private func appendLabels(
    _ tape: borrowing JSONTape, object: Int, to bytes: inout [UInt8]
  ) -> Bool {
    let first = tape.firstChild(of: object)
    var key = first
    var isKept = true
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      var label = tape.withBytes(at: key) { Array(copying: $0) }
      isKept = isKept && tape.kind(at: value) == .string && !label.contains(UInt8(ascii: ":"))
      label.append(UInt8(ascii: ":"))
      appendText(tape, value: value, to: &label)
      bytes.append(UInt8(ascii: key == first ? "[" : ","))
      JSONText.append(string: label.span, to: &bytes)
      key = tape.index(after: value)
    }
    bytes.append(contentsOf: (key == first ? "[]" : "]").utf8)
    return isKept
  }

  private func append(
    _ tape: borrowing JSONTape, value: Int, as element: DataType.Element, to bytes: inout [UInt8]
  ) throws(ValueFault) {
    if tape.kind(at: value) == .null { return bytes.append(contentsOf: "null".utf8) }
    switch element {
    case .string:
      var text: [UInt8] = []
      appendText(tape, value: value, to: &text)
      JSONText.append(string: text.span, to: &bytes)
    case .int64: bytes.append(contentsOf: String(try integer(tape, value: value)).utf8)
    case .float64:
      // JSON text holds a number of any length: it keeps its spelling.
      _ = try real(tape, value: value)
      tape.withBytes(at: value) { bytes.append(span: $0) }
    case .bool: bytes.append(contentsOf: (try bool(tape, value: value) ? "true" : "false").utf8)
    }
  }
}
