internal import Assets

extension Analyzer {
  func convert(_ value: Typed, to kind: Kind) -> Typed {
    if case .null = value.form { return value.of(kind) }
    return Typed(.convert(value), of: kind, at: value.range)
  }

  /// The value as one of a kind that it becomes without being asked to.
  ///
  /// - Throws: a `usage` fault where PostgreSQL converts nothing.
  func coerce(_ value: Typed, to kind: Kind) throws -> Typed {
    if value.kind == kind || kind == .any { return value }
    switch (value.kind, kind) {
    case (.unknown, .unknown): return value
    case (.unknown, _): return try literal(value, as: kind)
    case (.map, .map), (.int, .bigint), (.any, _): return value.of(kind)
    case (.array(let one), .array(let two)) where one == .unknown || one == two:
      if case .array(let members) = value.form {
        return Typed(.array(try members.map { try coerce($0, to: two) }), of: kind, at: value.range)
      }
      return value.of(kind)
    case (.array(let one), .array(let two)) where one.priceOfBecoming(two) != nil:
      if case .array(let members) = value.form {
        return Typed(.array(try members.map { try coerce($0, to: two) }), of: kind, at: value.range)
      }
      return convert(value, to: kind)
    default:
      guard value.kind.priceOfBecoming(kind) != nil else {
        throw fault(
          "\(kind) is expected, and '\(excerpt(value.range))' is \(value.kind)",
          advice: advice(value, for: kind), at: value.range)
      }
      return convert(value, to: kind)
    }
  }

  private func advice(_ value: Typed, for kind: Kind) -> String? {
    switch (value.kind, kind) {
    case (.json, .text): "take its text with ->>, as in config->>'Name'"
    case (_, .text): "convert it: x::VARCHAR"
    case (.text, _) where kind.isNumber: "convert it: x::BIGINT"
    case (.text, .bool): "compare it: x = 'true'"
    case (_, .bool): "compare it with something"
    case (.text, .timestamp): "convert it: x::TIMESTAMP"
    default: nil
    }
  }

  private func literal(_ value: Typed, as kind: Kind) throws -> Typed {
    switch value.form {
    case .text(let text): try literal(text, as: kind, at: value.range)
    case .null: value.of(kind)
    case .row:
      throw fault(
        "a row is compared with rows only", advice: "name its values one by one", at: value.range)
    case .parameter where kind == .text || kind == .any: value.of(kind)
    case .parameter: convert(value.of(.text), to: kind)
    case .array(let members):
      Typed(
        .array(try members.map { try coerce($0, to: kind.element ?? .text) }), of: kind,
        at: value.range)
    default: convert(value.of(.text), to: kind)
    }
  }

  /// What `CAST` gives.
  func cast(_ value: Typed, to kind: Kind, at range: Range<Int>) throws -> Typed {
    if value.kind == .unknown { return try coerce(value, to: kind).at(range) }
    if case .array(let members) = value.form, let element = kind.element {
      let cast = try members.map { try self.cast($0, to: element, at: $0.range) }
      return Typed(.array(cast), of: kind, at: range)
    }
    guard value.kind.canBeCast(to: kind) else {
      throw fault(
        "\(value.kind) is never \(kind)", advice: advice(value, for: kind), at: value.range)
    }
    if value.kind == kind { return value.at(range) }
    if value.kind == .int, kind == .bigint { return Typed(value.form, of: kind, at: range) }
    return convert(value, to: kind).at(range)
  }

  /// The values as what they have in common.
  ///
  /// - Parameter word: what puts them side by side.
  func alike(
    _ values: [Typed], word: String, at range: Range<Int>
  ) throws -> ([Typed], Kind) {
    for value in values {
      if case .row = value.form {
        throw fault(
          "a row is compared with rows only", advice: "name its values one by one", at: value.range)
      }
    }
    guard let common = Kind.common(values.map(\.kind)),
      !(Self.comparisons.contains(word) && Self.areArraysOfTwoKinds(values.map(\.kind)))
    else {
      throw mixed(values, word: word, at: range)
    }
    let kind = common == .unknown ? .text : common
    return (try values.map { try coerce($0, to: kind) }, kind)
  }

  /// PostgreSQL compares arrays of one kind only.
  static func areArraysOfTwoKinds(_ kinds: [Kind]) -> Bool {
    let elements = Set(kinds.compactMap(\.element)).subtracting([.unknown])
    return elements.count > 1
  }

  /// A truth value.
  func condition(_ syntax: Syntax, in scope: Scope) throws -> Typed {
    try truth(try value(syntax, in: scope))
  }

  func truth(_ value: Typed) throws -> Typed {
    guard value.kind == .bool || value.kind == .unknown || value.kind == .any else {
      throw fault(
        "a condition is expected, and '\(excerpt(value.range))' is \(value.kind)",
        advice: value.kind == .text
          ? "compare it: x = 'true', or x IS NOT NULL" : "compare it with something",
        at: value.range)
    }
    return try coerce(value, to: .bool)
  }
}
