internal import ArgumentParser
internal import Assets

/// The shorthands for what a query asks. All of them together.
struct FilterOptions: ParsableArguments {
  @OptionGroup var ofType: TypeOptions

  @Option(name: .long, help: "Assets of this account; of any of them if given more than once.")
  var account: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that have the tag, with that value if one is given.", valueName: "key[=value]"))
  var tag: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that do not have the tag, or not that value.", valueName: "key[=value]"))
  var noTag: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that have nothing in the tag: it is absent, null or empty.", valueName: "key"))
  var noValue: [String] = []

  @Flag(name: .long, help: "Assets without any tag.")
  var untagged = false

  @Flag(name: .long, help: "Only assets whose tags some export has told.")
  var tagsKnown = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only assets that no run after this one, or this moment, has seen.", valueName: "run|time"))
  var notSeenSince: String?

  @Option(
    name: .long,
    help:
      "Assets with this key, at most one of each type; with any of them if given more than once.")
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
  static var unset: Self {
    var options = Self()
    options.ofType = .unset
    options.account = []
    options.tag = []
    options.noTag = []
    options.noValue = []
    options.untagged = false
    options.tagsKnown = false
    options.notSeenSince = nil
    options.key = []
    return options
  }

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
