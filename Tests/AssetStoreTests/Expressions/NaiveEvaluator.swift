import AssetLanguage
import Assets

/// Says what an expression is of an asset in the plainest way, as a second opinion: nil is unknown.
struct NaiveEvaluator {
  let asset: SampleAsset

  enum Value {
    case null
    case text(String)
    case number(Double)
    case bool(Bool)
    case instant(Int)
  }

  func truth(_ expression: Expression) -> Bool? {
    switch expression {
    case .and(let parts): all(parts.map(truth))
    case .or(let parts): all(parts.map { truth($0).map { !$0 } }).map { !$0 }
    case .not(let part): truth(part).map { !$0 }
    case .is(let part, let wanted): truth(part) == wanted
    case .value(let operand): if case .bool(let bool) = value(operand) { bool } else { nil }
    case .compare(let left, let comparison, let right): compare(left, comparison, right)
    case .isDistinct(let left, let right): isDistinct(left, right)
    case .isNull(let operand): isNull(operand)
    case .isAmong(let operand, let list):
      any(list.map { compare(operand, .equal, $0) })
    case .isMember(let operand, let members): isMember(operand, members)
    case .matches(let operand, let pattern):
      if case .text(let text) = value(operand) { NaivePattern.matches(text, pattern) } else { nil }
    case .hasKeys(let map, .any, let keys): keys.contains { has($0, map) }
    case .hasKeys(let map, .all, let keys): keys.allSatisfy { has($0, map) }
    case .isDefined(let map, let key): pairs(map).contains { same($0.key, key) && $0.values != nil }
    case .contains(let map, let literal): literal.pairs.allSatisfy { isIn($0, pairs(map)) }
    case .isContained(let map, let literal): isContained(map, literal)
    // Only PostgreSQL is held against these.
    case .computed: nil
    case .equals(let map, let literal):
      isContained(map, literal) && literal.pairs.allSatisfy { isIn($0, pairs(map)) }
    }
  }

  private func all(_ truths: [Bool?]) -> Bool? {
    truths.contains(false) ? false : truths.contains(nil) ? nil : true
  }

  private func any(_ truths: [Bool?]) -> Bool? {
    truths.contains(true) ? true : truths.contains(nil) ? nil : false
  }

  private func compare(_ left: Operand, _ comparison: Comparison, _ right: Operand) -> Bool? {
    if case .field(let name) = left.content, ["labels", "tags"].contains(name),
      case .literal(.text(let text)) = right.content,
      let literal = try? Expression(parsing: "\(name) @> \(quoted(text))")
    {
      guard case .contains(let map, let pairs) = literal else { return nil }
      return truth(.equals(map, pairs)).map { $0 == (comparison == .equal) }
    }
    guard let order = order(value(left), value(right)) else { return nil }
    return switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  private func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.null, _), (_, .null): nil
    case (.number(let left), .number(let right)): left < right ? -1 : left > right ? 1 : 0
    case (.number, .text(let text)): Double(text).flatMap { order(left, .number($0)) }
    case (.instant(let left), .instant(let right)): left - right
    case (.instant, .text(let text)): Self.instant(text).flatMap { order(left, .instant($0)) }
    case (.bool(let left), .bool(let right)): (left ? 1 : 0) - (right ? 1 : 0)
    case (.bool, .text(let text)): order(left, .bool(text == "true"))
    case (.text(let left), .text(let right)):
      same(left, right) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    case (.text, _): order(right, left).map { -$0 }
    default: nil
    }
  }

  private func isDistinct(_ left: Operand, _ right: Operand) -> Bool {
    switch (value(left), value(right)) {
    case (.null, .null): false
    case (.null, _), (_, .null): true
    case (let left, let right): order(left, right) != 0
    }
  }

  private static func instant(_ text: String) -> Int? {
    SampleAsset.instants.first { $0.text == text }?.milliseconds
  }
}

extension NaiveEvaluator {
  private func value(_ operand: Operand) -> Value {
    switch operand.content {
    case .literal(let literal): Self.value(literal)
    case .value(let field, let key):
      (asset.maps[field] ?? []).first { same($0.key, key) }?.values.map {
        .text($0.joined(separator: ","))
      } ?? .null
    case .field("_key"): .text(asset.key)
    case .field("_type"): .text("test.sample")
    case .field("account_id"): asset.texts["owner"].map(Value.text) ?? .null
    case .field("made"): asset.texts["made"].flatMap(Self.instant).map(Value.instant) ?? .null
    case .field(let name):
      asset.texts[name].map(Value.text) ?? asset.numbers[name].map(Value.number)
        ?? asset.bools[name].map(Value.bool) ?? .null
    }
  }

  private static func value(_ literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .text(let text): .text(text)
    case .integer(let integer): .number(Double(integer))
    case .real(let real): .number(real)
    case .bool(let bool): .bool(bool)
    case .timestamp(let text): instant(text).map(Value.instant) ?? .null
    }
  }

  private func isNull(_ operand: Operand) -> Bool {
    if case .field(let name) = operand.content {
      switch name {
      case "labels", "tags": return asset.maps[name] == nil
      case "groups": return asset.groups == nil
      case "made": return asset.texts[name] == nil
      default: break
      }
    }
    return if case .null = value(operand) { true } else { false }
  }

  private func isMember(_ operand: Operand, _ members: Members) -> Bool? {
    let texts: [String?]
    switch members {
    case .keys(let map): texts = pairs(map).map(\.key)
    case .values(let map): texts = pairs(map).flatMap { pair -> [String?] in pair.values ?? [nil] }
    case .members:
      guard let groups = asset.groups else { return nil }
      texts = groups
    }
    return any(
      texts.map { text in text.flatMap { order(value(operand), .text($0)) }.map { $0 == 0 } })
  }

  private func pairs(_ map: FieldReference) -> SampleAsset.Map { asset.maps[map.name] ?? [] }

  private func has(_ key: String, _ map: FieldReference) -> Bool {
    pairs(map).contains { same($0.key, key) }
  }

  private func isIn(
    _ pair: MapLiteral.Pair, _ map: SampleAsset.Map
  ) -> Bool {
    guard let entry = map.first(where: { same($0.key, pair.key) }) else { return false }
    guard let value = pair.value else { return entry.values == nil }
    return entry.values?.contains { same($0, value) } == true
  }

  private func isContained(_ map: FieldReference, _ literal: MapLiteral) -> Bool {
    pairs(map).allSatisfy { entry in
      guard let pair = literal.pairs.first(where: { same($0.key, entry.key) }) else { return false }
      guard let values = entry.values else { return pair.value == nil }
      guard let value = pair.value else { return false }
      return values.allSatisfy { same($0, value) }
    }
  }
}

/// Swift takes é for e and an accent; a store does not.
func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

/// As text in an expression.
func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
