internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension KindRouter {
  /// The type of a record that says nothing of itself, by the list that it stands in: of those whose lists have that
  /// name the one that knows most of the record's members, its own identifier among them. Nil if there is none.
  mutating func guess(
    _ tape: borrowing JSONTape, _ record: Int, _ surroundings: Surroundings
  ) -> TypeRecords? {
    if let guess, guess.list == surroundings.list { return guess.records }
    if let kind = Self.kind(tape, record, surroundings),
      case .taken(let records) = route(ofKind: kind, isOwn: false)
    {
      guess = (surroundings.list, records)
      return records
    }
    let list = surroundings.list.map { String(decoding: $0, as: UTF8.self) }
    let names = list.flatMap { known?.typeNames(ofList: $0) } ?? []
    var best: (score: Int, name: String)?
    for name in names where types.takes(name) {
      let score = score(of: name, tape, record)
      if score > best?.score ?? 0 { best = (score, name) }
    }
    let records = best.flatMap { try? self.records(ofType: $0.name) }
    guess = (surroundings.list, records)
    return records
  }

  /// What the record's own identifier says that it is, under whatever name: `ListenerArn`. Nil if it has none.
  private static func kind(
    _ tape: borrowing JSONTape, _ record: Int, _ surroundings: Surroundings
  ) -> [UInt8]? {
    let words = surroundings.list.map { [String(decoding: $0, as: UTF8.self)] } ?? []
    for member in TapeObject(tape, record).members where member.kind == .string {
      let name = String(decoding: member.name, as: UTF8.self).inSnakeCase
      guard name.hasSuffix("_arn") else { continue }
      let text = tape.withBytes(at: member.value) { Array(copying: $0) }
      guard let identifier = Identifier(text.span),
        identifier.isOwn(named: name, text.span, of: words)
      else {
        continue
      }
      var kind: [UInt8] = []
      identifier.appendKind(of: text.span, to: &kind)
      return kind
    }
    return nil
  }

  /// How many of the members are fields of the type; 0 if its own identifier is not among them.
  private func score(of name: String, _ tape: borrowing JSONTape, _ record: Int) -> Int {
    guard let type = try? known?.type(named: name) else { return 0 }
    let dictionary = NameDictionary(type, .plain)
    let own = Set(
      [type.ownIdentifier].compactMap { $0 }
        + type.fields.indices.filter {
          type.recognition.identifier?.form?.fieldNames.last == type.fields[$0].name
        })
    var (score, hasOwn) = (0, false)
    for member in TapeObject(tape, record).members {
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
