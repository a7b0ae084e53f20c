internal import AssetJSON
internal import Assets

/// Maps records, as exports spell them, to the fields of a type. Keeps its memory from record to record.
struct RecordMapper: ~Copyable {
  let type: AssetType
  var finder: FieldFinder
  var converter: ValueConverter
  private(set) var identity: RecordIdentity
  let keys: KeyMaker
  /// Nil where the type has none.
  var rules: RuleCheck?
  /// Nil where all values are kept as they are.
  private(set) var redaction: Redaction?
  /// Whether there is one: to hold that against nil for each value would copy it.
  private var redacts = false
  private let keepsSensitive: Bool
  /// Whether a value outside of a rule is refused.
  let isStrict: Bool
  /// Whether a value that its field can't hold is refused.
  var refusesOddValues: Bool
  /// The map that holds the tags, and the field whose content it has where a record brings no tags of its own.
  private let tags: (field: Int, source: Int)?
  var warnings = Warnings()
  /// Fields whose members are columns of the table: a record without any of them has an empty map.
  private(set) var fieldsInParts: Set<Int> = []
  /// The fields that tell the asset from others.
  let identifying: Set<Int>

  init(_ type: AssetType, in context: MappingContext, isStrict: Bool = false) {
    self.type = type
    self.isStrict = isStrict
    refusesOddValues = isStrict
    finder = FieldFinder(type)
    converter = ValueConverter(type)
    identity = RecordIdentity(type, in: context)
    keys = KeyMaker(type)
    identifying = type.identifyingFields
    rules = RuleCheck(type)
    keepsSensitive = context.redactions.keepsSensitive
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    tags = type.recognition.tagField.flatMap(index).flatMap { source in
      index("tags").map { ($0, source) }
    }
    let paths = context.redactions.paths
    if !paths.isEmpty { begin(Redaction(paths, names: NameDictionary(type, from: .plain))) }
  }

  /// What was odd about the records.
  var allWarnings: Warnings {
    var all = warnings
    for other in [finder.warnings, converter.warnings, identity.warnings] { all.merge(other) }
    return all
  }

  /// Appends the record at an index of the tape to the batch.
  ///
  /// - Throws: a `ValueFault`; the batch is then as it was.
  mutating func map(
    _ tape: borrowing JSONTape, record: Int, members: borrowing RecordMembers,
    from origin: RecordOrigin, surroundings: Surroundings, into batch: inout RecordBatch
  ) throws(ValueFault) {
    let start = (bytes: batch.bytes.count, cells: batch.cells.count)
    do throws(ValueFault) {
      finder.find(tape, members: members, from: origin)
      for field in type.fields.indices {
        batch.cells.append(try cell(of: field, on: tape, into: &batch.bytes, at: origin.place))
      }
      try identity.complete(
        tape, record: record, found: finder, from: origin, surroundings: surroundings, into: &batch,
        first: start.cells)
      try addKey(record, from: origin, into: &batch, first: start.cells)
      if rules != nil {
        try checkRules(
          record, cells: batch.cells[start.cells...], bytes: batch.bytes, at: origin.place)
      }
      batch.cells.append(extraCell(tape, into: &batch.bytes, at: origin.place))
      finder.extras.count()
      batch.places.append(origin.place)
    } catch {
      batch.bytes.removeSubrange(start.bytes...)
      batch.cells.removeSubrange(start.cells...)
      throw error
    }
  }

  private func addKey(
    _ record: Int, from origin: RecordOrigin, into batch: inout RecordBatch, first: Int
  ) throws(ValueFault) {
    guard batch.cells[first].isMissing else { return }
    do throws(KeyMaker.Fault) {
      batch.cells[first] = try keys.makeKey(batch.cells[first...], into: &batch.bytes)
    } catch {
      let hasNone = !finder.slots.contains { $0.index != 0 }
      throw ValueFault(
        record, reason: error.reason(of: type, hasNone: hasNone, from: origin),
        advice: error.advice(of: type, hasNone: hasNone, from: origin))
    }
  }

  private mutating func cell(
    of field: Int, on tape: borrowing JSONTape, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    if !finder.parts.isEmpty || !fieldsInParts.isEmpty,
      let cell = try partsCell(of: field, on: tape, into: &bytes, at: place)
    {
      return try redaction?.redact(cell, of: field, as: converter.dataTypes[field], in: &bytes)
        ?? cell
    }
    var value = finder.slots[field].index
    if value == 0 || tape.kind(at: value) == .null, let tags, tags.field == field {
      value = finder.slots[tags.source].index
    }
    guard value != 0 else { return .absent }
    let cell =
      redacts
      ? try redactedCell(of: field, on: tape, value: value, into: &bytes, at: place)
      : try convertOrNull(tape, value: value, field: field, into: &bytes, at: place)
    if let key = converter.kept {
      finder.extras.keep(key)
      converter.kept = nil
    }
    return cell
  }

  private mutating func redactedCell(
    of field: Int, on tape: borrowing JSONTape, value: Int, into bytes: inout [UInt8],
    at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    let dataType = converter.dataTypes[field]
    if redaction?.excludes(field, as: dataType) == true {
      finder.extras.keep(value - 1)
      return .null
    }
    let cell = try convertOrNull(tape, value: value, field: field, into: &bytes, at: place)
    return try redaction?.redact(cell, of: field, as: dataType, in: &bytes) ?? cell
  }

  /// What the type does not name, as a JSON object with its keys in byte order; null where there is none.
  private mutating func extraCell(
    _ tape: borrowing JSONTape, into bytes: inout [UInt8], at place: Place
  ) -> RecordBatch.Cell {
    if tape.hasFlaws { noteFlaws(tape, at: place) }
    guard !finder.extras.isEmpty else { return .null }
    let start = bytes.count
    let (dropped, within) = finder.extras.write(tape, redaction: &redaction, to: &bytes)
    for (outer, inner) in within {
      warnings.addTwice(tape.string(at: inner), within: tape.string(at: outer), at: place)
    }
    if let first = dropped.first {
      let name = tape.string(at: first).shortened(toScalars: 200)
      warnings.add(
        "key-twice", example: "line \(place.line): '\(name)' is there twice; the last counts")
    }
    return .text(start..<bytes.count)
  }
}

extension RecordMapper {
  /// Says how the input spells values.
  mutating func use(_ spelling: ValueSpelling) {
    converter.readsText = spelling.isText
    converter.joinsValues = spelling.joinsValues
    fieldsInParts = []
    for column in spelling.columns {
      if case .part(let field, _) = finder.meaning(of: column.span, from: .plain) {
        fieldsInParts.insert(field)
      }
    }
  }
}

extension RecordMapper {
  /// Says what the next record marks as sensitive: it is not kept, unless that was asked for.
  mutating func redact(_ sensitive: SensitiveAttributes) {
    guard !keepsSensitive, !sensitive.paths.isEmpty || redacts else { return }
    if !redacts { begin(Redaction([], names: NameDictionary(type, from: .plain))) }
    redaction?.begin(sensitive: sensitive.paths)
  }

  private mutating func begin(_ redaction: Redaction) {
    self.redaction = redaction
    redacts = true
  }
}

extension Warnings {
  /// JSON is kept as it is spelled: of a name twice, who reads it takes the last, or the first.
  mutating func addTwice(_ name: String, within outer: String, at place: Place) {
    add(
      "key-twice",
      example: "line \(place.line): '\(name.shortened(toScalars: 200))' is there twice in "
        + "'\(outer.shortened(toScalars: 200))'; both are kept, and the last counts")
  }
}
