internal import Assets

/// Maps records, as exports spell them, to the fields of a type. Keeps its memory from record to record.
struct RecordMapper: ~Copyable {
  let type: AssetType
  var names: NameTable
  var warnings = Warnings()
  var maps = MapReader()
  /// The context's values by field, as they are stored.
  private let defaults: [[UInt8]?]
  private let keyParts: [KeyPart]
  private let accountField: Int?

  /// Where on the tape each field's value is, and by which rank of name it was found; index 0 stands for absent.
  private var slots: [(index: Int, rank: Int)]
  /// Keys of members that are kept beside the fields: where on the tape. A value stands right behind its key.
  var extras: [Int] = []

  enum KeyPart {
    case text([UInt8])
    case field(Int)
  }

  init(_ type: AssetType, _ context: MappingContext) {
    self.type = type
    names = NameTable(type)
    defaults = type.fields.map { context.values[$0.name].map { Array($0.utf8) } }
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    keyParts = (type.keyTemplate?.parts ?? []).compactMap {
      switch $0 {
      case .text(let text): .text(Array(text.utf8))
      case .field(let name): index(name).map(KeyPart.field)
      }
    }
    accountField = type.accountField.flatMap(index)
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
      for field in type.fields.indices {
        batch.cells.append(try cell(of: field, tape, &batch.bytes, place))
      }
      batch.cells.append(try extraCell(tape, &batch.bytes))
      if batch.cells[start.cells] == .null {
        batch.cells[start.cells] = try makeKey(record, batch.cells[start.cells...], &batch.bytes)
      }
      batch.places.append(place)
    } catch {
      batch.bytes.removeSubrange(start.bytes...)
      batch.cells.removeSubrange(start.cells...)
      throw error
    }
  }

  /// Finds which member of the record is which field's.
  private mutating func find(
    _ tape: borrowing JSONTape, _ record: Int, _ place: Place
  ) throws(ValueFault) {
    guard tape.kind(at: record) == .object else {
      throw ValueFault(record, "a record has to be a JSON object")
    }
    for index in slots.indices { slots[index] = (0, 0) }
    extras.removeAll(keepingCapacity: true)
    var key = tape.firstChild(of: record)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let entry = tape.withBytes(at: key) { names.entry(for: $0) }
      switch names.entries[entry].meaning {
      case .field(let field, let rank): take(key, value, field, rank, tape, place)
      case .typeName: try checkType(tape, value)
      case .extraFields where tape.kind(at: value) == .object: unpackExtras(tape, value)
      case .extra, .extraFields:
        names.count(entry)
        extras.append(key)
      }
      key = tape.index(after: value)
    }
  }

  private mutating func take(
    _ key: Int, _ value: Int, _ field: Int, _ rank: Int, _ tape: borrowing JSONTape, _ place: Place
  ) {
    let taken = slots[field]
    if taken.index == 0 || rank < taken.rank {
      // The name that has lost its field is kept as a field of its own.
      if taken.index != 0 { extras.append(taken.index - 1) }
      slots[field] = (value, rank)
    } else if rank == taken.rank {
      let name = type.fields[field].name
      warnings.add(
        "key-twice", example: "line \(place.line): '\(name)' is there twice; the last counts")
      slots[field] = (value, rank)
    } else {
      extras.append(key)
    }
  }

  private func checkType(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) {
    let name = tape.string(at: value)
    guard name == type.name.description else {
      throw ValueFault(
        value, "the record is of type '\(name)', not \(type.name)", "ingest it with --type \(name)")
    }
  }

  /// The extra fields of a record that this program has exported are extra fields again.
  private mutating func unpackExtras(_ tape: borrowing JSONTape, _ object: Int) {
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      names.count(tape.withBytes(at: key) { names.entry(for: $0) })
      extras.append(key)
      key = tape.index(after: tape.index(after: key))
    }
  }
}

extension RecordMapper {
  private mutating func cell(
    of field: Int, _ tape: borrowing JSONTape, _ bytes: inout [UInt8], _ place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let value = slots[field].index
    guard value != 0, tape.kind(at: value) != .null else { return defaultCell(of: field, &bytes) }
    let cell = try convert(tape, value, field, &bytes, place)
    if let given = defaults[field], case .text(let range) = cell,
      !bytes.span.extracting(range).isIdentical(inBytesTo: given.span)
    {
      let name = type.fields[field].name
      warnings.add(
        "context-differs",
        example: "line \(place.line): the record's own \(name) counts, not the one that was given")
    }
    return cell
  }

  private func defaultCell(of field: Int, _ bytes: inout [UInt8]) -> RecordBatch.Cell {
    guard let text = defaults[field] else { return .null }
    return .text(bytes.place(text))
  }

  /// What the type does not name, as a JSON object with its keys in byte order; null where there is none.
  private mutating func extraCell(
    _ tape: borrowing JSONTape, _ bytes: inout [UInt8]
  ) throws(ValueFault) -> RecordBatch.Cell {
    guard !extras.isEmpty else { return .null }
    var members = extras.map { (name: tape.withBytes(at: $0) { Array(copying: $0) }, key: $0) }
    members.sort { compareBytes($0.name.span, $1.name.span) < 0 }
    let start = bytes.count
    bytes.append(UInt8(ascii: "{"))
    for (position, member) in members.enumerated() {
      // A name twice: the last counts, as in the record itself.
      if position + 1 < members.count, members[position + 1].name == member.name { continue }
      if bytes.count > start + 1 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(string: member.name.span, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      tape.write(tape.index(after: member.key), to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return .text(start..<bytes.count)
  }

  private func makeKey(
    _ record: Int, _ cells: ArraySlice<RecordBatch.Cell>, _ bytes: inout [UInt8]
  ) throws(ValueFault) -> RecordBatch.Cell {
    guard let template = type.keyTemplate else {
      throw ValueFault(record, "the record has no _key, and \(type.name) has no key template")
    }
    var key: [UInt8] = []
    for part in keyParts {
      switch part {
      case .text(let text): key += text
      case .field(let field):
        guard let value = text(of: cells[cells.startIndex + field], bytes), !value.isEmpty else {
          throw missing(field, template, record)
        }
        key += value
      }
    }
    return .text(bytes.place(key))
  }

  private func text(of cell: RecordBatch.Cell, _ bytes: [UInt8]) -> [UInt8]? {
    switch cell {
    case .null: nil
    case .text(let range): Array(bytes[range])
    case .integer(let value): Array(String(value).utf8)
    case .real(let value): Array(String(value).utf8)
    }
  }

  private func missing(_ field: Int, _ template: KeyTemplate, _ record: Int) -> ValueFault {
    let name = type.fields[field].name
    return ValueFault(
      record, "the record has no _key, and no \(name) to make one (\(template))",
      field == accountField ? "give it with --account ID" : "give it with --set \(name)=VALUE")
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes; where they are.
  mutating func place(_ other: [UInt8]) -> Range<Int> {
    let start = count
    append(contentsOf: other)
    return start..<count
  }
}
