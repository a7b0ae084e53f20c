internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension KindRouter {
  /// The type of a record that says nothing of itself, by the list that it stands in: of those whose lists have that
  /// name the one that knows most of the record's members, its own identifier among them. Nil if there is none.
  mutating func guess(
    _ tape: borrowing JSONTape, record: Int, surroundings: Surroundings
  ) -> TypeRecords? {
    if let guess, guess.list == surroundings.list { return guess.records }
    // Records that stand in no list may each be of another kind.
    defer { if surroundings.list == nil { guess = nil } }
    let list = surroundings.list.map { String(decoding: $0, as: UTF8.self) }
    if let kind = Self.kind(tape, record: record, surroundings: surroundings),
      case .taken(let records) = route(ofKind: kind, isOwn: false)
    {
      guess = (surroundings.list, records)
      return records
    }
    let names = list.flatMap { known?.typeNames(ofList: $0) } ?? []
    var best: (score: Int, name: String)?
    for name in names where types.takes(name) {
      let score = score(of: name, on: tape, record: record)
      if score > best?.score ?? 0 { best = (score, name) }
    }
    let records =
      best.flatMap { self.records(ofType: $0.name) }
      ?? (types.infers
        ? list.flatMap { sampled(ofList: $0, record: TapeObject(tape, at: record)) } : nil)
    guess = (surroundings.list, records)
    return records
  }

  /// The records of a list by whose name a type is made of them.
  private mutating func sampled(ofList list: String, record: TapeObject) -> TypeRecords? {
    let kind = Catalogue.kind(ofList: list) { name in
      record.members.contains { $0.name.elementsEqual(name.utf8) }
    }
    guard let kind, case .taken(let records) = route(ofKind: Array(kind.utf8), isOwn: false) else {
      return nil
    }
    return records
  }

  /// What the record's own identifier says that it is, under whatever name: `ListenerArn`. Nil if it has none.
  private static func kind(
    _ tape: borrowing JSONTape, record: Int, surroundings: Surroundings
  ) -> [UInt8]? {
    let object = TapeObject(tape, at: record)
    let list = surroundings.list.map { String(decoding: $0, as: UTF8.self) }
    let word = list.flatMap(word)
    var arns = object.members.filter(\.mayBeNamedAfterARN).compactMap { OwnARN($0, on: tape) }
    let isOnly = arns.count == 1 && (list != nil || object.members.count < 3)
    arns.removeAll { !$0.isOwn(of: word.map { [$0] } ?? []) }
    // Where nothing says what the record is called, it may be about what the ARN is of, and not be it.
    if word == nil, !isOnly { arns.removeAll { !$0.isNamed(beside: object) } }
    return word != nil || arns.count == 1 ? arns.first?.kind : nil
  }

  /// What a list says that its records are: `Domain` of `DomainStatus`. Nil if that is nothing: `Configuration`.
  private static func word(of list: String) -> String? {
    var words = list.inSnakeCase.split(separator: "_")
    while let last = words.last, wrappers.contains(String(last)) { words.removeLast() }
    return words.isEmpty ? nil : words.joined(separator: "_")
  }

  private static let wrappers: Set = [
    "attributes", "configuration", "data", "description", "descriptions", "detail", "details",
    "info", "item", "items", "list", "metadata", "record", "records", "resource", "resources",
    "result", "results", "row", "rows", "status", "summaries", "summary", "value", "values",
  ]

  /// How many of the members are fields of the type; 0 if its own identifier is not among them.
  private func score(of name: String, on tape: borrowing JSONTape, record: Int) -> Int {
    guard let type = try? known?.type(named: name) else { return 0 }
    let dictionary = NameDictionary(type, from: .plain)
    let own = Set(
      [type.ownIdentifier].compactMap { $0 }
        + type.fields.indices.filter {
          type.recognition.identifier?.form?.fieldNames.last == type.fields[$0].name
        })
    var (score, hasOwn) = (0, false)
    for member in TapeObject(tape, at: record).members {
      guard
        case .field(let field, _, _) = dictionary.meaning(
          of: String(decoding: member.name, as: UTF8.self))
      else { continue }
      score += 1
      hasOwn = hasOwn || own.contains(field)
    }
    return hasOwn ? score : 0
  }
}

/// An ARN in a member that is named after what it is of: `FunctionArn`.
private struct OwnARN {
  /// Of the member, in snake case.
  let name: String
  let identifier: Identifier
  let text: [UInt8]

  /// Nil if it is none.
  init?(_ member: TapeObject.Member, on tape: borrowing JSONTape) {
    name = String(decoding: member.name, as: UTF8.self).inSnakeCase
    let text = tape.withBytes(at: member.value) { Array(copying: $0) }
    guard let identifier = Identifier(text.span), identifier.provider == .aws else { return nil }
    self.text = text
    self.identifier = identifier
  }

  func isOwn(of words: [String]) -> Bool { identifier.isOwn(named: name, in: text.span, of: words) }

  /// Whether the record says what it is called under such a name, too: `FunctionName`.
  func isNamed(beside object: TapeObject) -> Bool {
    let stem = name.dropLast(name.hasSuffix("_arn") ? 4 : 3)
    return object.members.contains { member in
      let words = String(decoding: member.name, as: UTF8.self).inSnakeCase
      return ["name", "id", "identifier"].contains { words == "\(stem)_\($0)" }
    }
  }

  var kind: [UInt8] {
    var kind: [UInt8] = []
    identifier.appendKind(of: text.span, to: &kind)
    return kind
  }
}

extension TapeObject.Member {
  /// `FunctionArn`, `function_arn`, `DomainARN`, `StackId`.
  fileprivate var mayBeNamedAfterARN: Bool {
    guard kind == .string, (4...64).contains(name.count) else { return false }
    return name.suffix(3).elementsEqual("arn".utf8) { $0 | 0x20 == $1 }
      || name.suffix(2).elementsEqual("id".utf8) { $0 | 0x20 == $1 }
  }
}
