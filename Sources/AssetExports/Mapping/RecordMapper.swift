internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Maps records, as exports spell them, to the fields of a type. Keeps its memory from record to record.
struct RecordMapper: ~Copyable {
  let type: AssetType
  let dataTypes: [DataType]
  let accountField: Int?
  /// The field that holds the asset's own identifier: the last that its key is made of.
  let ownIdentifier: Int?
  let keyParts: [KeyPart]
  /// The bytes that are escaped in the parts of a key; none where a key has one part.
  let keySeparators: Set<UInt8>
  var names: NameTable
  var warnings = Warnings()
  var maps = MapReader()
  var text = NestedJSON()
  /// Whether the values of all fields are spelled as text, JSON too: in a table.
  var readsText = false
  /// Fields that take what the record's own `_extra` says under their names.
  var fieldsFromExtras: Set<Int> = []
  /// Fields of the last record that are maps and say less than the value that they were read from.
  var reducedFields: [Int] = []
  /// Nil where the type has none.
  var rules: RuleCheck?
  /// Nil where all values are kept as they are.
  var redaction: Redaction?
  let keepsSensitive: Bool
  /// Whether a value outside of a rule is refused.
  let isStrict: Bool
  /// The context's values by field.
  private let defaults: [GivenValue?]

  /// Where on the tape each field's value is, and by which rank of name it was found; index 0 stands for absent.
  var slots: [(index: Int, rank: Int)]
  /// Keys of members that are kept beside the fields: where on the tape. A value stands right behind its key.
  var extras: [Int] = []
  /// The names of those that are counted when the record is taken.
  var extraNames: [Int] = []

  enum KeyPart {
    case text([UInt8])
    case field(Int)
  }

  init(_ type: AssetType, _ context: MappingContext, isStrict: Bool = false) {
    self.type = type
    self.isStrict = isStrict
    rules = RuleCheck(type)
    dataTypes = type.fields.map(\.dataType)
    names = NameTable(type)
    keepsSensitive = context.redactions.keepsSensitive
    if !context.redactions.paths.isEmpty { redaction = Redaction(context.redactions.paths, names) }
    defaults = type.fields.map { context.given[$0.name] }
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    keyParts = (type.keyTemplate?.parts ?? []).compactMap {
      switch $0 {
      case .text(let text): .text(Array(text.utf8))
      case .field(let name): index(name).map(KeyPart.field)
      }
    }
    // To escape the first byte of what stands between two parts is enough to tell them apart.
    let separators: [UInt8] = keyParts.dropFirst().compactMap { part in
      if case .text(let text) = part { text.first } else { nil }
    }
    let isJoined = (type.keyTemplate?.fieldNames.count ?? 0) > 1
    keySeparators = isJoined ? Set(separators + [UInt8(ascii: "%")]) : []
    accountField = type.accountField.flatMap(index)
    let last = type.keyTemplate?.fieldNames.last.flatMap(index)
    ownIdentifier = last == accountField ? nil : last
    slots = type.fields.map { _ in (0, 0) }
  }

  /// Appends the record at an index of the tape to the batch.
  ///
  /// - Throws: a `ValueFault`; the batch is then as it was.
  mutating func map(
    _ tape: borrowing JSONTape, _ record: Int, at place: Place, into batch: inout RecordBatch
  ) throws(ValueFault) {
    let start = (bytes: batch.bytes.count, cells: batch.cells.count)
    do throws(ValueFault) {
      try find(tape, record, place)
      for field in dataTypes.indices {
        batch.cells.append(try cell(of: field, tape, &batch.bytes, place))
      }
      batch.cells.append(extraCell(tape, &batch.bytes, place))
      if isEmpty(batch.cells[start.cells]) {
        batch.cells[start.cells] = try makeKey(record, batch.cells[start.cells...], &batch.bytes)
      }
      if rules != nil {
        try checkRules(record, batch.cells[start.cells...], batch.bytes, place)
      }
      for name in extraNames { names.count(name) }
      batch.places.append(place)
    } catch {
      batch.bytes.removeSubrange(start.bytes...)
      batch.cells.removeSubrange(start.cells...)
      throw error
    }
  }

  /// An empty key tells nothing from anything.
  private func isEmpty(_ key: RecordBatch.Cell) -> Bool {
    if case .text(let range) = key { range.isEmpty } else { true }
  }

  /// Whether the context has a value for the field.
  func hasDefault(_ field: Int) -> Bool { defaults[field] != nil }

  private mutating func cell(
    of field: Int, _ tape: borrowing JSONTape, _ bytes: inout [UInt8], _ place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let value = slots[field].index
    guard value != 0, !isAbsent(tape, value, dataTypes[field]) else {
      return defaults[field]?.append(to: &bytes) ?? (value == 0 ? .absent : .null)
    }
    if redaction?.excludes(field, dataTypes[field]) == true {
      extras.append(value - 1)
      return .null
    }
    var cell = try convert(tape, value, field, &bytes, place)
    if let redacted = try redaction?.redact(cell, of: field, dataTypes[field], &bytes) {
      cell = redacted
    }
    if let given = defaults[field], !given.isSame(as: cell, in: bytes) {
      let name = type.fields[field].name
      warnings.add(
        "context-differs",
        example: "line \(place.line): the record's own \(name) counts, not the one that was given")
    }
    return cell
  }
}

extension RecordMapper {
  /// In a table an empty text is absent where the field holds no text.
  private func isAbsent(_ tape: borrowing JSONTape, _ value: Int, _ dataType: DataType) -> Bool {
    let kind = tape.kind(at: value)
    guard readsText, kind == .string, dataType != .string, !dataType.isMap else {
      return kind == .null
    }
    return tape.withBytes(at: value) { $0.count == 0 }
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
