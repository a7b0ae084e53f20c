internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// Whether the value is an object with a member that is a field.
  mutating func hasField(_ tape: borrowing JSONTape) -> Bool {
    guard tape.kind(at: JSONTape.root) == .object else { return false }
    names.begin()
    var key = tape.firstChild(of: JSONTape.root)
    while tape.hasValue(at: key) {
      let entry = tape.withBytes(at: key) { names.entry(for: $0) }
      if case .field = names.entries[entry].meaning { return true }
      key = tape.index(after: tape.index(after: key))
    }
    return false
  }

  /// Whether a member of that name is the field that holds the asset's own identifier.
  func isOwnIdentifier(_ name: Span<UInt8>) -> Bool {
    guard let ownIdentifier, case .field(ownIdentifier, _) = names.meaning(of: name) else {
      return false
    }
    return true
  }

  /// Whether the asset's own identifier is an ARN, which says whose the asset is too. A short id, as Terraform and AWS
  /// Config have it, is none: two accounts may have the same.
  var isIdentifiedByARN: Bool {
    let name = ownIdentifier.map { type.fields[$0].name } ?? ""
    return name == "arn" || name.hasSuffix("_arn")
  }

  /// Finds which member of the record is which field's.
  mutating func find(
    _ tape: borrowing JSONTape, _ record: Int, _ place: Place
  ) throws(ValueFault) {
    guard tape.kind(at: record) == .object else {
      throw ValueFault(record, "a record has to be a JSON object")
    }
    for index in slots.indices { slots[index] = (0, 0) }
    extras.removeAll(keepingCapacity: true)
    extraNames.removeAll(keepingCapacity: true)
    reducedFields.removeAll(keepingCapacity: true)
    names.begin()
    var key = tape.firstChild(of: record)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let entry = tape.withBytes(at: key) { names.entry(for: $0) }
      switch names.entries[entry].meaning {
      case .field(let field, let rank): take(tape, key, value, field, rank, place)
      case .typeName: try checkType(tape, value)
      case .extraFields where tape.kind(at: value) == .object: unpackExtras(tape, value, place)
      case .extra, .extraFields:
        extraNames.append(entry)
        extras.append(key)
      }
      key = tape.index(after: value)
    }
  }

  /// Gives the field the value, unless a better name has given it one. What has lost is kept beside the fields; null
  /// says nothing, and loses to any value.
  private mutating func take(
    _ tape: borrowing JSONTape, _ key: Int, _ value: Int, _ field: Int, _ rank: Int, _ place: Place
  ) {
    let taken = slots[field]
    guard taken.index != 0, tape.kind(at: taken.index) != .null else {
      return slots[field] = (value, rank)
    }
    if tape.kind(at: value) == .null { return }
    guard rank <= taken.rank else { return keepBeside(tape, key) }
    let isSameName = tape.withBytes(at: key) { name in
      tape.withBytes(at: taken.index - 1) { $0.isIdentical(inBytesTo: name) }
    }
    if isSameName {
      let name = type.fields[field].name
      warnings.add(
        "key-twice", example: "line \(place.line): '\(name)' is there twice; the last counts")
    } else {
      keepBeside(tape, taken.index - 1)
    }
    slots[field] = (value, rank)
  }

  private mutating func keepBeside(_ tape: borrowing JSONTape, _ key: Int) {
    extraNames.append(tape.withBytes(at: key) { names.entry(for: $0) })
    extras.append(key)
  }

  private func checkType(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) {
    let name = tape.string(at: value)
    guard tape.kind(at: value) != .null, name != type.name.description else { return }
    throw ValueFault(
      value, "the record is of type '\(name)', not \(type.name)", "ingest it with --type \(name)")
  }

  /// The extra fields of a record that this program has exported are extra fields again.
  private mutating func unpackExtras(_ tape: borrowing JSONTape, _ object: Int, _ place: Place) {
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let entry = tape.withBytes(at: key) { names.entry(for: $0) }
      if case .field(let field, let rank) = names.entries[entry].meaning,
        fieldsFromExtras.contains(field)
      {
        take(tape, key, value, field, rank, place)
      } else {
        extraNames.append(entry)
        extras.append(key)
      }
      key = tape.index(after: value)
    }
  }
}

extension RecordMapper {
  /// What the type does not name, as a JSON object with its keys in byte order; null where there is none.
  mutating func extraCell(
    _ tape: borrowing JSONTape, _ bytes: inout [UInt8], _ place: Place
  ) -> RecordBatch.Cell {
    guard !extras.isEmpty else { return .null }
    // Equal names stay in the order they came: their keys' places on the tape are in it.
    extras.sort { left, right in
      let order = tape.compareBytes(at: left, right)
      return order == 0 ? left < right : order < 0
    }
    let start = bytes.count
    bytes.append(UInt8(ascii: "{"))
    var dropped: [Int] = []
    for position in extras.indices {
      let key = extras[position]
      // A name twice: the last counts, as in the record itself.
      if position + 1 < extras.count, tape.compareBytes(at: key, extras[position + 1]) == 0 {
        dropped.append(position)
        continue
      }
      if bytes.count > start + 1 { bytes.append(UInt8(ascii: ",")) }
      let value = tape.index(after: key)
      tape.write(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      if redaction?.write(tape, member: key, to: &bytes) == nil { tape.write(value, to: &bytes) }
      if let inner = tape.keyTwice(in: value) {
        noteTwice(tape, inner, within: tape.string(at: key), place)
      }
    }
    bytes.append(UInt8(ascii: "}"))
    if !dropped.isEmpty { noteTwice(tape, dropped, place) }
    return .text(start..<bytes.count)
  }

  /// JSON is kept as it is spelled: of a name twice, who reads it takes the last, or the first.
  mutating func noteTwice(
    _ tape: borrowing JSONTape, _ key: Int, within name: String, _ place: Place
  ) {
    let twice = tape.string(at: key)
    warnings.add(
      "key-twice",
      example: "line \(place.line): '\(twice.shortened(toScalars: 200))' is there twice in "
        + "'\(name.shortened(toScalars: 200))'; both are kept, and the last counts")
  }

  /// - Parameter dropped: which of the extras say what another one says too.
  private mutating func noteTwice(
    _ tape: borrowing JSONTape, _ dropped: [Int], _ place: Place
  ) {
    let name = tape.string(at: extras[dropped[0]]).shortened(toScalars: 200)
    warnings.add(
      "key-twice", example: "line \(place.line): '\(name)' is there twice; the last counts")
    // Each is one name of the record.
    var next = 0
    extraNames.removeAll(keepingCapacity: true)
    for (position, key) in extras.enumerated() {
      if next < dropped.count, dropped[next] == position {
        next += 1
      } else {
        extraNames.append(tape.withBytes(at: key) { names.entry(for: $0) })
      }
    }
  }
}
