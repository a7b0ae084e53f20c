package import AssetJSON
package import Assets

/// Proposes a type from sample records: something to edit, that is a valid definition as it stands.
package struct DefinitionInference {
  private var members: [(name: [UInt8], observations: Observations)] = []
  // By bytes: two spellings of one letter are two names.
  private var indexes: [[UInt8]: Int] = [:]

  private init() {}

  /// - Throws: a `usage` fault if there are no records, or for one that is no object.
  package static func type(named name: TypeName, from records: [JSONValue]) throws -> AssetType {
    var inference = Self()
    for record in records { try inference.observe(record) }
    guard !records.isEmpty else {
      throw Fault(
        .usage, "type \(name)", why: "there are no records to go by", advice: "give some")
    }
    return try inference.type(named: name, records)
  }

  private mutating func observe(_ record: JSONValue) throws {
    guard case .object(let members) = record else {
      throw Fault(
        .usage, "a sample", why: "it is no JSON object", advice: "give records, one object each")
    }
    // What an export of this program says beside the fields is no field.
    for member in members where member.name != "_type" && member.name != "_extra" {
      let name = Array(member.name.utf8)
      let index = indexes[name] ?? self.members.count
      if index == self.members.count {
        indexes[name] = index
        self.members.append((name, []))
      }
      self.members[index].observations.formUnion(Observations(member.value))
    }
  }

  private func type(named name: TypeName, _ records: [JSONValue]) throws -> AssetType {
    var names: Set<String> = [Field.keyName]
    var fields = [Field(Field.keyName, .string)]
    let hasKey = indexes[Array(Field.keyName.utf8)] != nil
    for member in members.prefix(AssetType.maxFields - 1) {
      let spelling = String(decoding: member.name, as: UTF8.self)
      guard spelling != Field.keyName else { continue }
      let field = Self.unused(Self.fieldName(for: spelling), &names)
      fields.append(
        Field(
          field, member.observations.dataType(named: field),
          providerName: field == spelling ? nil : spelling))
    }
    let account = DraftType.proposedAccountField(name, fields)
    let draft = DraftType(
      name: name, title: nil, description: nil, accountField: account, keyTemplate: nil,
      fields: Array(fields.dropFirst()))
    var template = hasKey ? nil : try draft.proposedKeyTemplate.map(KeyTemplate.init)
    if let proposed = template, !Self.tells(proposed, fields, apart: records) { template = nil }
    return try AssetType(name, accountField: account, keyTemplate: template, fields: fields)
  }
}

extension DefinitionInference {
  /// Whether no two of the samples would have one key.
  private static func tells(
    _ template: KeyTemplate, _ fields: [Field], apart records: [JSONValue]
  ) -> Bool {
    let members = template.fieldNames.map { name in
      fields.first { $0.name == name }?.providerName ?? name
    }
    var seen: Set<[JSONValue?]> = []
    return records.allSatisfy { record in seen.insert(members.map { record[$0] }).inserted }
  }

  /// The member's name in snake case, of the letters that a field's name may have.
  package static func fieldName(for member: String) -> String {
    let letters = member.inSnakeCase.unicodeScalars.map { letter in
      switch letter {
      case "a"..."z", "0"..."9": UInt8(ascii: letter)
      default: UInt8(ascii: "_")
      }
    }
    let opens = member.utf8.first == UInt8(ascii: "_")
    let name = (opens ? letters[...] : letters.drop { $0 == UInt8(ascii: "_") }).prefix(120)
    guard let first = name.first else { return "field" }
    return (first.isDigit ? "n" : "") + String(decoding: name, as: UTF8.self)
  }

  private static func unused(_ name: String, _ used: inout Set<String>) -> String {
    let isReserved = Field.reservedNames.contains(name)
    let name = isReserved ? String(name.drop { $0 == "_" }) : name
    var candidate = name
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
