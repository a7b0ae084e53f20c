internal import Assets

/// The shorthands for what a query asks. All of them together.
struct FilterOptions {
  var ofType = TypeOptions()
  var account: [String] = []
  var tag: [String] = []
  var noTag: [String] = []
  var noValue: [String] = []
  var untagged = false
  var tagsKnown = false
  var notSeenSince: String?
  var key: [String] = []

  /// All of the shorthands.
  var expressions: [Expression] {
    var parts: [Expression] = []
    if !account.isEmpty { parts.append(Operand.field("account_id").isIn(account)) }
    if !key.isEmpty { parts.append(Operand.field(Field.keyName).isIn(key)) }
    parts += tag.map(Self.hasTag)
    parts += noTag.map { .not(Self.hasTag($0)) }
    parts += noValue.map { .lacksValue(of: $0, in: "tags") }
    if untagged { parts.append(.isEmpty("tags")) }
    return parts
  }

  /// A query for the assets of which all of them, and what else is asked, is true.
  func query(_ asked: [Expression]) throws -> Query {
    var query = Query(types: try ofType.selection(), where: .all(asked + expressions))
    if tagsKnown { query.tagsAreKnown = true }
    query.notSeenSince = try notSeenSince.map { try RunReference($0) }
    return query
  }

  /// Whether none of them is given.
  var isEmpty: Bool { ofType.type == nil && isOfTypesAlone }

  /// Whether none of them is given but types.
  var isOfTypesAlone: Bool {
    account.isEmpty && key.isEmpty && !asksForTags && !tagsKnown && notSeenSince == nil
  }

  /// Whether the answer depends on what is known of tags.
  var asksForTags: Bool { untagged || !tag.isEmpty || !noTag.isEmpty || !noValue.isEmpty }

  /// Keys and values may hold equals signs: whichever of them parts the two, and none.
  private static func hasTag(_ text: String) -> Expression {
    let places = text.indices.filter { text[$0] == "=" && $0 > text.startIndex }
    let pairs = places.map { place in
      Expression.has(
        String(text[..<place]), value: String(text[text.index(after: place)...]), in: "tags")
    }
    guard !pairs.isEmpty else { return .hasKey(text, in: "tags") }
    return .or(pairs + [.hasKey(text, in: "tags")])
  }
}

extension FilterOptions: DirectOptions {
  mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "account": account.append(value)
    case "tag": tag.append(value)
    case "no-tag": noTag.append(value)
    case "no-value": noValue.append(value)
    case "not-seen-since": notSeenSince = value
    case "key": key.append(value)
    default: return ofType.set(name, to: value)
    }
    return true
  }

  mutating func set(flag name: String) -> Bool {
    switch name {
    case "untagged": untagged = true
    case "tags-known": tagsKnown = true
    default: return false
    }
    return true
  }
}
