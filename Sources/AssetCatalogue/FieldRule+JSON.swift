package import AssetJSON
internal import Assets

extension FieldRule {
  package static let definitionMembers = [
    "one_of", "length", "pattern", "key_length", "key_pattern", "value_length", "value_pattern",
    "max_keys", "source",
  ]

  package init(_ part: DefinitionPart) throws {
    try part.refuseOthers(Self.definitionMembers)
    let checks: [Check] = try [
      part.strings("one_of").map(Check.oneOf),
      part.range("length").map(Check.length),
      part.optional("pattern").map(Check.pattern),
      part.range("key_length").map(Check.keyLength),
      part.optional("key_pattern").map(Check.keyPattern),
      part.range("value_length").map(Check.valueLength),
      part.optional("value_pattern").map(Check.valuePattern),
      part.value["max_keys"]?.integer.map(Check.maxKeys),
    ].compactMap { $0 }
    guard checks.count == 1 else {
      throw part.fault("it has to say one thing, and says \(checks.count)")
    }
    self.init(checks[0], source: try part.optional("source"))
  }

  package var definition: JSONValue {
    let value: JSONValue =
      switch check {
      case .oneOf(let values): .array(values.map(JSONValue.string))
      case .length(let range), .keyLength(let range), .valueLength(let range): JSONValue(range)
      case .pattern(let pattern), .keyPattern(let pattern), .valuePattern(let pattern):
        .string(pattern)
      case .maxKeys(let count): JSONValue(count)
      }
    return .object(
      [.init(name, value: value)] + (source.map { [.init("source", value: .string($0))] } ?? []))
  }
}

extension DefinitionPart {
  fileprivate func strings(_ member: String) throws -> [String]? {
    guard value[member] != nil else { return nil }
    return try list(member).map { element in
      guard let text = element.string else {
        throw fault("its '\(member)' holds more than strings")
      }
      return text
    }
  }

  /// A range, spelled as a list of its two ends.
  fileprivate func range(_ member: String) throws -> ClosedRange<Int>? {
    guard let list = value[member] else { return nil }
    guard let ends = list.array?.compactMap(\.integer), ends.count == 2, 0 <= ends[0],
      ends[0] <= ends[1]
    else {
      throw fault("its '\(member)' is no list of two numbers, the smaller first")
    }
    return ends[0]...ends[1]
  }
}

extension JSONValue {
  fileprivate init(_ range: ClosedRange<Int>) {
    self = .array([JSONValue(range.lowerBound), JSONValue(range.upperBound)])
  }
}
