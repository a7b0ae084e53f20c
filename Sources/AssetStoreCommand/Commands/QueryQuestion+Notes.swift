internal import AssetOutput
internal import Assets
internal import AssetStore

// What is said beside an answer.
extension QueryQuestion {
  /// Tells of assets that were found because no export has said which tags they have. An expression may ask for tags in
  /// many ways: it is enough that it names them.
  func noteUnknownTags(
    _ query: Query, of store: Store, in context: CommandContext
  ) throws {
    let isAsked =
      filter.asksForTags || expression?.namesTags == true
      || facet.contains { FieldPath($0).field == "tags" }
    guard isAsked, query.tagsAreKnown == nil, query.asOf == nil else { return }
    var unknown = query
    unknown.tagsAreKnown = false
    let count = try store.count(unknown)
    guard count > 0 else { return }
    context.say(
      "note: no export has said which tags \(count.counted("asset")) of these have; "
        + "--tags-known leaves them out")
  }

  /// Tells of tags that were asked for as other tools write them, and that no asset has.
  func noteMisspeltTags(
    _ tags: [String], of store: Store, in context: CommandContext
  ) throws {
    for text in tags where NamedValue(text).value == nil {
      guard let (key, value) = text.split(atFirst: ":"),
        try store.count(Query(where: .hasKey(text, in: "tags"))) == 0
      else { continue }
      context.say(
        "note: no asset has a tag '\(DisplayText.escaped(text))'; a tag with its value is written "
          + "\(DisplayText.escaped("\(key)=\(value)"))")
    }
  }
}

extension QueryQuestion {
  /// Tells of keys, values and accounts that were asked for and that no asset has.
  ///
  /// - Parameter asked: what was typed as an expression.
  func noteUnheardTerms(
    _ asked: [Expression], of store: Store, in context: CommandContext
  ) throws {
    var terms = filter.account.map(AskedTerm.account) + asked.flatMap(\.askedTerms)
    for text in filter.tag + filter.noTag {
      if let term = try unheardTag(text, of: store) { terms.append(term) }
    }
    terms += filter.noValue.map { .key($0, map: "tags") }
    // Of a value the key comes first: without it there is none.
    let keys = terms.compactMap { term -> AskedTerm? in
      if case .value(_, let key, let map) = term { .key(key, map: map) } else { nil }
    }
    let unheardKeys = Set(try store.unheard(of: keys).map(\.term))
    let all = terms.map { term -> AskedTerm in
      guard case .value(_, let key, let map) = term else { return term }
      let own = AskedTerm.key(key, map: map)
      return unheardKeys.contains(own) ? own : term
    }
    var told = Set<AskedTerm>()
    for unheard in try store.unheard(of: all).prefix(10) where told.insert(unheard.term).inserted {
      let near = unheard.nearest.map { "; did you mean '\(DisplayText.escaped($0))'?" } ?? ""
      context.say("note: no asset has \(unheard.term.shown)\(near)")
    }
  }

  /// What of a shorthand no asset has: its equals signs may part key and value anywhere. Nil if some asset has it, or
  /// if it is told of as another tool's spelling.
  private func unheardTag(_ text: String, of store: Store) throws -> AskedTerm? {
    let whole = AskedTerm.key(text, map: "tags")
    let places = text.indices.filter { text[$0] == "=" && $0 > text.startIndex }
    if places.isEmpty { return text.contains(":") ? nil : whole }
    let pairs = places.map { place in
      AskedTerm.value(
        String(text[text.index(after: place)...]), key: String(text[..<place]), map: "tags")
    }
    let isThere = try store.unheard(of: pairs + [whole]).count <= pairs.count
    return isThere ? nil : pairs[0]
  }
}

extension AskedTerm {
  fileprivate var shown: String {
    switch self {
    case .account(let text): "the account '\(DisplayText.escaped(text))'"
    case .key(let key, let map):
      map == "tags"
        ? "a tag '\(DisplayText.escaped(key))'" : "a key '\(DisplayText.escaped(key))' in \(map)"
    case .value(let value, let key, let map):
      "the value '\(DisplayText.escaped(value))' for '\(DisplayText.escaped(key))' in \(map)"
    }
  }
}

extension String {
  /// Whether one of its words is `tags`, in whatever case.
  fileprivate var namesTags: Bool {
    let words = lowercased().utf8.split { byte in
      byte != 0x5F && !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }
    return words.contains { $0.elementsEqual("tags".utf8) }
  }
}
