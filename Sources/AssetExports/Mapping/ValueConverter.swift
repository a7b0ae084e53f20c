internal import AssetJSON
internal import Assets

/// Makes of values, as exports spell them, what the fields of a type hold. Keeps its memory from value to value.
struct ValueConverter: ~Copyable {
  let type: AssetType
  let dataTypes: [DataType]
  var maps = MapReader()
  var text = NestedJSON()
  /// Whether the values of `hstore_csv` fields are comma-joined sets.
  var joinsValues = false
  /// Whether the values of all fields are spelled as text, JSON too: in a table.
  var readsText = false
  /// The key of the last value if the field can't hold all that it says.
  var kept: Int?
  /// Fields of the last record that are maps and say less than the value that they were read from.
  var reducedFields: [Int] = []
  var warnings = Warnings()

  init(_ type: AssetType) {
    self.type = type
    dataTypes = type.fields.map(\.dataType)
  }

  /// Appends the value at an index as what its field holds.
  ///
  /// - Throws: a `ValueFault` if the field can't hold it.
  mutating func convert(
    _ tape: borrowing JSONTape, value: Int, field: Int, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let start = bytes.count
    let dataType = dataTypes[field]
    if isAbsent(tape, value: value, as: dataType) { return .null }
    switch dataType {
    case .hstore, .hstoreCSV: try readMap(tape, value: value, field: field, into: &bytes, at: place)
    case .json: try readJSON(tape, value: value, field: field, into: &bytes, at: place)
    case .array(let element):
      if try !readArray(tape, value: value, element: element, into: &bytes) { kept = value - 1 }
    case .string: appendText(tape, value: value, to: &bytes)
    case .timestamp: try readTimestamp(tape, value: value, field: field, into: &bytes, at: place)
    case .int64: return .integer(try integer(tape, value: value))
    case .float64: return .real(try keptReal(tape, value: value))
    case .bool: return .integer(try bool(tape, value: value) ? 1 : 0)
    }
    return .text(start..<bytes.count)
  }

  private static let null = Array("null".utf8)

  /// In a table an empty text is absent where the field holds no text.
  private func isAbsent(_ tape: borrowing JSONTape, value: Int, as dataType: DataType) -> Bool {
    let kind = tape.kind(at: value)
    guard readsText, kind == .string, dataType != .string, !dataType.isMap else {
      return kind == .null
    }
    // JSON's null is the same there as nothing.
    return tape.withBytes(at: value) { text in
      text.count == 0 || dataType.isJSON && text.isIdentical(inBytesTo: Self.null.span)
    }
  }
}

extension DataType {
  /// Whether its values are JSON text in a table, but for maps, which have spellings of their own.
  fileprivate var isJSON: Bool {
    switch self {
    case .json, .array: true
    default: false
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes; where they are.
  mutating func place(_ other: [UInt8]) -> Range<Int> {
    let start = count
    append(span: other.span)
    return start..<count
  }
}
