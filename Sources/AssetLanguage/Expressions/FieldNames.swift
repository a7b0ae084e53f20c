internal import Assets

/// A value of an expression whose name has been looked up.
struct ResolvedValue {
  let operand: Operand
  let kind: ValueKind
  /// How messages call it.
  let description: String
  /// The field, if it is one as a whole.
  let field: FieldReference?
}

/// The names that an expression may use, and what they stand for.
struct FieldNames {
  let type: AssetType?
  let isAcross: Bool

  /// - Parameter isValue: whether it is what something is compared with: a name that is none was meant as a text.
  func resolve(_ operand: Operand, isValue: Bool = false) throws -> ResolvedValue {
    switch operand.content {
    case .literal(let literal):
      return ResolvedValue(
        operand: operand, kind: ValueKind(literal), description: Self.describe(literal),
        field: nil)
    case .field(let name):
      return try resolve(FieldReference(name, at: operand.place), isValue: isValue)
    case .value(let name, let key):
      let map = try map(FieldReference(name, at: operand.place))
      return ResolvedValue(
        operand: Operand(.value(field: map.name, key: key), at: operand.place), kind: .text,
        description: "\(name)->'\(key)'", field: nil)
    }
  }

  /// The map of that name.
  func map(_ reference: FieldReference) throws -> FieldReference {
    let value = try resolve(reference)
    guard value.kind == .map, let field = value.field else {
      throw Fault.expression(
        "\(value.description) is \(value.kind.article), and no map", advice: nil,
        at: reference.place)
    }
    return field
  }

  /// The array of that name, and what its members are.
  func array(_ reference: FieldReference) throws -> (FieldReference, ValueKind) {
    let value = try resolve(reference)
    guard let field = value.field,
      case .array(let element) = type?.field(named: field.name)?.dataType
    else {
      throw Fault.expression(
        "\(value.description) is \(value.kind.article), and no array",
        advice: value.kind == .map ? "write = ANY (avals(\(reference.name)))" : nil,
        at: reference.place)
    }
    let kind: ValueKind =
      switch element {
      case .string: .text
      case .int64, .float64: .number
      case .bool: .bool
      }
    return (field, kind)
  }

  private static func describe(_ literal: Literal) -> String {
    switch literal {
    case .null: "NULL"
    case .text(let text), .timestamp(let text): "'\(text)'"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .bool(let bool): bool ? "TRUE" : "FALSE"
    }
  }
}

extension FieldNames {
  private func resolve(
    _ reference: FieldReference, isValue: Bool = false
  ) throws -> ResolvedValue {
    let name = reference.name.lowercased()
    if name == "_type" {
      return constant(type.map { .text($0.name.description) } ?? .null, reference: reference)
    }
    if isAcross {
      switch name {
      case Field.keyName:
        return value(Field(Field.keyName, dataType: .string), reference: reference)
      case "account_id":
        return account.map { value($0, reference: reference) }
          ?? constant(.null, reference: reference)
      case "tags": return tags(reference)
      default:
        throw Fault.expression(
          "there is no field '\(reference.name)' across types",
          advice: advice(
            reference, isValue: isValue,
            candidates: ["_type", Field.keyName, "account_id", "tags"],
            or: "across types there are _type, _key, account_id and tags; for others name a type "
              + "with --type"),
          at: reference.place)
      }
    }
    if name == "account_id", let account { return value(account, reference: reference) }
    if let field = field(reference.name) { return value(field, reference: reference) }
    let typeName = type.map { "\($0.name)" } ?? "the type"
    throw Fault.expression(
      "\(typeName) has no field '\(reference.name)'",
      advice: advice(
        reference, isValue: isValue, candidates: type?.fields.map(\.name) ?? [],
        or: "see: assetstore types show \(typeName)"),
      at: reference.place)
  }

  /// What may have been meant by a name that is none: a field, a text, or else a tag.
  private func advice(
    _ reference: FieldReference, isValue: Bool, candidates: [String], or other: String
  ) -> String {
    let near = nearest(to: reference.name.lowercased(), in: candidates)
      .map { "did you mean '\($0)'?" }
    if isValue {
      return [near, Literal.quotesAdvice(reference.name)].compactMap { $0 }.joined(separator: " ")
    }
    if let near { return near }
    let hasTags = isAcross || type?.field(named: "tags")?.dataType.isMap == true
    let tag = "a tag is written tags->'\(reference.name.doubling("'"))'"
    return hasTags ? "\(tag); \(other)" : other
  }

  private var account: Field? { type?.accountField.flatMap { type?.field(named: $0) } }

  /// Where a type has no map of that name its assets have no tags.
  private func tags(_ reference: FieldReference) -> ResolvedValue {
    if let tags = type?.field(named: "tags"), tags.dataType.isMap {
      return value(tags, reference: reference)
    }
    return ResolvedValue(
      operand: Operand(.literal(.null), at: reference.place), kind: .map, description: "tags",
      field: FieldReference("tags", at: reference.place))
  }

  /// Names of one type never differ in case only.
  private func field(_ name: String) -> Field? {
    guard let type else { return nil }
    return type.field(named: name)
      ?? type.fields.first { $0.name.lowercased() == name.lowercased() }
  }

  private func value(_ field: Field, reference: FieldReference) -> ResolvedValue {
    ResolvedValue(
      operand: Operand(.field(field.name), at: reference.place), kind: ValueKind(field.dataType),
      description: reference.name, field: FieldReference(field.name, at: reference.place))
  }

  /// What is the same text for all assets of the type, or missing from them all.
  private func constant(_ literal: Literal, reference: FieldReference) -> ResolvedValue {
    ResolvedValue(
      operand: Operand(.literal(literal), at: reference.place), kind: .text,
      description: reference.name, field: nil)
  }
}
