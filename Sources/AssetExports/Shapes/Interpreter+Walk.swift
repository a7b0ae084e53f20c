internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension Interpreter {
  /// Begins with an object that wraps records.
  mutating func enter(_ outline: Outline) {
    self.outline = outline
    sink.isPartial = saysMore
    moreToCome = MoreToCome()
    if outline.format == .ddsql { sink.spelling.joinsValues = true }
    sink.surroundings = Surroundings()
    sink.surroundings.list = outline.listName
    countInObject = 0
    hasReachedRecords = false
    if let loss = outline.loss { sink.warnings.add("beside-the-list", example: loss) }
  }

  /// Says what stands beside the records of the object that was entered last, and is lost.
  mutating func leave() {
    guard !besides.isEmpty, let list = outline?.listName else { return }
    let names = besides.prefix(10).map { "'\(String(decoding: $0, as: UTF8.self))'" }
    let verbs = besides.count == 1 ? ("stands", "is") : ("stand", "are")
    sink.warnings.add(
      "beside-the-list", count: besides.count,
      example: "\(names.joined(separator: ", ")) \(verbs.0) beside the list "
        + "'\(String(decoding: list, as: UTF8.self))', and \(verbs.1) not kept")
    besides = []
  }

  /// Whether an answer of DDSQL has as many rows as it was cut off at: it says nothing of that.
  var isCutOff: Bool {
    outline?.format == .ddsql && outline?.shape == .plain
      && ColumnAnswer.cuts.contains(countInObject)
  }

  /// Why an object that wraps records does not, if the way to them is given and not there.
  var missedPath: String? {
    path.map { "there is no list of records at the path '\($0)'" }
  }

  /// Maps a record that comes by itself, of an object too large to be parsed as a whole.
  mutating func takePart(
    _ tape: borrowing JSONTape, named name: [UInt8]?, at place: Place
  ) throws(ValueFault) {
    try take(
      tape, at: JSONTape.root, from: RecordOrigin(place, name: name),
      shape: outline?.shape ?? .plain)
  }

  /// Maps one record of some form.
  mutating func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin, shape: RecordShape
  ) throws(ValueFault) {
    countInObject += 1
    do throws(ValueFault) {
      try readers.reader(of: shape).take(tape, at: index, from: origin, into: &sink)
    } catch {
      try sink.refusals.refuse(error, on: tape, at: index)
    }
  }

  /// Maps the records that a value leads to.
  mutating func walk(
    _ tape: borrowing JSONTape, at index: Int, as role: Outline.Role, outline: Outline,
    places: inout PartPlaces
  ) throws(ValueFault) {
    switch (tape.kind(at: index), role) {
    case (_, .other): break
    case (.array, .level), (.array, .records):
      hasReachedRecords = hasReachedRecords || role == .records
      var element = tape.firstChild(of: index)
      while tape.hasValue(at: element) {
        if role == .records, tape.kind(at: element) != .array {
          let place = places.place(of: element, on: tape)
          try take(tape, at: element, from: RecordOrigin(place), shape: outline.shape)
        } else {
          try walk(tape, at: element, as: role, outline: outline, places: &places)
        }
        element = tape.index(after: element)
      }
    case (.object, .level), (.object, .named):
      try walkMembers(tape, object: index, as: role, outline: outline, places: &places)
    case (.null, _), (_, .level), (_, .named): break
    default:
      hasReachedRecords = true
      let place = places.place(of: index, on: tape)
      try take(tape, at: index, from: RecordOrigin(place), shape: outline.shape)
    }
  }

  private mutating func walkMembers(
    _ tape: borrowing JSONTape, object: Int, as role: Outline.Role, outline: Outline,
    places: inout PartPlaces
  ) throws(ValueFault) {
    var key = tape.firstChild(of: object)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      if case .level(let level) = role {
        let next = tape.withBytes(at: key) { outline.role(of: $0, in: level) }
        if outline.holdsSeveral, next == .records {
          sink.surroundings.list = tape.withBytes(at: key) { Array(copying: $0) }
        }
        if next == .other, level > 0, outline.saysNothingOfOthers {
          try note(
            tape.withBytes(at: key) { Array(copying: $0) }, on: tape, value: value, outline: outline
          )
        }
        try walk(tape, at: value, as: next, outline: outline, places: &places)
      } else {
        let name = tape.withBytes(at: key) { Array(copying: $0) }
        let place = places.place(of: value, on: tape)
        try take(tape, at: value, from: RecordOrigin(place, name: name), shape: outline.shape)
      }
      key = tape.index(after: value)
    }
  }
}
