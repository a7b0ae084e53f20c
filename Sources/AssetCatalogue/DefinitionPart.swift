package import AssetJSON
package import Assets

/// One object of a definition, and what messages call it.
package struct DefinitionPart {
  package let value: JSONValue
  package let name: String

  package init(_ value: JSONValue, named name: String) {
    self.value = value
    self.name = name
  }

  package func fault(_ why: String, advice: String = "see: assetstore types schema") -> Fault {
    Fault(.usage, what: name, why: why, advice: advice)
  }

  package func required(_ member: String) throws -> String {
    guard let text = try optional(member), !text.isEmpty else {
      throw fault("it has no '\(member)'")
    }
    return text
  }

  package func optional(_ member: String) throws -> String? {
    guard case .object = value else { throw fault("it is no object") }
    switch value[member] {
    case nil, .null: return nil
    case .string(let text): return text
    default: throw fault("its '\(member)' is no string")
    }
  }

  package func list(_ member: String) throws -> [JSONValue] {
    guard let list = value[member]?.array else { throw fault("it has no list '\(member)'") }
    return list
  }

  /// Empty where there is none.
  package func optionalList(_ member: String) throws -> [JSONValue] {
    switch value[member] {
    case nil, .null: return []
    case .array(let list): return list
    default: throw fault("its '\(member)' is no list")
    }
  }

  /// False where it is left out.
  package func flag(_ member: String) throws -> Bool {
    switch value[member] {
    case nil, .null, .bool(false): return false
    case .bool(true): return true
    default: throw fault("its '\(member)' is neither true nor false")
    }
  }

  package func refuseOthers(_ known: [String]) throws {
    guard case .object(let members) = value else { throw fault("it is no object") }
    for member in members where !known.contains(member.name) {
      throw fault(
        "it has no part '\(member.name)'",
        advice: nearest(to: member.name, in: known).map { "did you mean '\($0)'?" }
          ?? "leave it out")
    }
  }
}
