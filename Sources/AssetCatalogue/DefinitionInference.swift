package import AssetJSON
package import Assets

/// Proposes a type from sample records: something to edit, that is a valid definition as it stands.
package struct DefinitionInference {
  private var members: [(member: SampleMember, observations: Observations)] = []
  // By bytes: two spellings of one letter are two names.
  private var indexes: [[UInt8]: Int] = [:]

  private init() {}

  /// - Parameters:
  ///   - kinds: what the samples' provider calls them, where that is known.
  ///   - lists: what the lists were called that they stood in.
  /// - Throws: a `usage` fault if there are no records, or for one that is no object.
  package static func type(
    named name: TypeName, from records: [JSONValue], kinds: [String] = [], lists: [String] = []
  ) throws -> AssetType {
    var inference = Self()
    let samples = try records.map(SampleRecord.init)
    for sample in samples { inference.observe(sample) }
    guard !records.isEmpty else {
      throw Fault(
        .usage, what: "type \(name)", why: "there are no records to go by", advice: "give some")
    }
    return try inference.type(named: name, samples: samples, kinds: kinds, lists: lists)
  }

  private mutating func observe(_ sample: SampleRecord) {
    // What an export of this program says beside the fields is no field.
    for (member, value) in sample.members
    where member.name != "_type" && member.name != "_extra" {
      let name = Array(member.path.utf8)
      let index = indexes[name] ?? members.count
      if index == members.count {
        indexes[name] = index
        members.append((member, []))
      }
      members[index].observations.formUnion(Observations(value))
    }
  }

  private func type(
    named name: TypeName, samples: [SampleRecord], kinds: [String], lists: [String]
  ) throws -> AssetType {
    var names: Set<String> = [Field.keyName]
    var fields: [SampleField] = []
    for (member, observations) in members.prefix(AssetType.maxFields - 4)
    where member.path != Field.keyName {
      let unused = Self.unused(Self.fieldName(for: member.fieldName), used: &names)
      var field = Field(
        unused, dataType: observations.dataType(named: unused),
        providerName: member.isInside || unused == member.name ? nil : member.name)
      if member.isInside { field.paths = [member.path] }
      fields.append(SampleField(field: field, path: member.path))
    }
    var proposal = TypeProposal(name, fields: fields, samples: samples, kinds: kinds, lists: lists)
    return try proposal.type(hasKey: indexes[Array(Field.keyName.utf8)] != nil)
  }
}

extension DefinitionInference {
  /// The member's name in snake case, of the letters that a field's name may have.
  static func fieldName(for member: String) -> String {
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

  private static func unused(_ name: String, used: inout Set<String>) -> String {
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
