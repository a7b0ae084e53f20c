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

  /// Notes what such an object has beside its records.
  mutating func notePart(
    _ tape: borrowing JSONTape, named name: [UInt8], isElement: Bool, at place: Place
  ) throws(ValueFault) {
    guard let outline else { return }
    guard isElement else { return try note(name, on: tape, value: JSONTape.root, outline: outline) }
    guard outline.isGuess, tape.kind(at: JSONTape.root) == .object else { return }
    if Outline.saysWhatItHolds(name, on: tape, record: JSONTape.root, sink: sink),
      let list = outline.listName, sink.router.only?.samples == nil
    {
      sink.surroundings.list = name
      defer { sink.surroundings.list = list }
      return try take(tape, at: JSONTape.root, from: RecordOrigin(place), shape: outline.shape)
    }
    throw ValueFault(
      JSONTape.root, reason: "the object has two lists of objects, and either could be its records",
      advice: "say which: --path \(String(decoding: outline.steps[0].name, as: UTF8.self))")
  }

  /// Notes what the object says beside its records, wherever it says it.
  mutating func noteMembers(
    of tape: borrowing JSONTape, outline: Outline
  ) throws(ValueFault) {
    var key = tape.firstChild(of: JSONTape.root)
    while tape.hasValue(at: key) {
      let value = tape.index(after: key)
      let name = tape.withBytes(at: key) { Array(copying: $0) }
      if outline.role(of: name.span, in: 0) == .other {
        try note(name, on: tape, value: value, outline: outline)
      }
      key = tape.index(after: value)
    }
  }

  /// Notes one member of an object that wraps records, which is not on the way to them.
  mutating func note(
    _ name: [UInt8], on tape: borrowing JSONTape, value: Int, outline: Outline
  ) throws(ValueFault) {
    let isNamed = { (names: [StaticString]) in
      names.contains { name.span.isIdentical(inLettersTo: $0) }
    }
    let isSign = moreToCome.note(name.span, on: tape, value: value)
    switch tape.kind(at: value) {
    case .array where isNamed(Self.failures) && tape.hasValue(at: tape.firstChild(of: value)):
      sink.isPartial = true
      let member = String(decoding: name, as: UTF8.self)
      sink.warnings.add(
        "failed-in-part", example: "the export lists what it lacks in '\(member)'")
    case .string where outline.shape == .cloudControl && isNamed(["typename"]):
      let type = tape.withBytes(at: value) { Array(copying: $0) }
      guard countInObject == 0 || sink.records(ofKind: type.span) === sink.router.only else {
        throw ValueFault(
          value, reason: "the records before this are of type \(tape.string(at: value))")
      }
      sink.surroundings.kind = type
    case let kind where kind.isNumber && outline.shape == .terraform && isNamed(["version"]):
      try Outline.requireVersion(tape, value: value)
    case let kind
    where outline.saysNothingOfOthers && kind != .null && !isSign
      && !isNamed(["responsemetadata"]) && !(isNamed(["owner"]) && tape.isCallersName(value)):
      besides.append(name)
    default: break
    }
    // Only an object too large to be looked at as a whole can have one: the others are records then.
    if outline.isGuess, sink.isField(name.span) {
      let list = String(decoding: outline.steps[0].name, as: UTF8.self)
      throw ValueFault(
        value,
        reason: "an object with a list of records has a member of its own that names a field",
        advice:
          "say where the records are: --path \(list); or, if it is a record itself, put it in an array"
      )
    }
  }

  /// What lists things that could not be exported, unless it is empty.
  private static let failures: [StaticString] = [
    "errors", "failures", "unprocessedresourcekeys", "unprocesseditems", "failedresources",
  ]

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

extension JSONTape {
  /// `{"DisplayName", "ID"}`: what S3 calls the account that asked, which says nothing of the buckets.
  fileprivate func isCallersName(_ value: Int) -> Bool {
    kind(at: value) == .object
      && TapeObject(self, at: value).members.allSatisfy {
        $0.isNamed("id") || $0.isNamed("displayname")
      }
  }
}
