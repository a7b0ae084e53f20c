internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension Interpreter {
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
