internal import AssetJSON
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

/// What a line of `query` asks.
struct QueryQuestion {
  var expression: String?
  var filter = FilterOptions()
  var fields: [String] = []
  var sort: [String] = []
  var asOf: String?
  var limit: Int?
  var after: String?
  var count = false
  var facet: [String] = []
  var exitStatus = false
  var explain = false
  var explainPostgreSQL = false
  var output = OutputOptions()
  var store = StoreOptions()

  func run(in context: CommandContext) throws {
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    var query = try filter.query(asked)
    query.fields = try paths()
    query.sort = try sort.map(PathList.sort)
    query.limit = limit
    query.asOf = try asOf.map { try RunReference($0) }
    let store = try store.open(context)
    if explainPostgreSQL {
      let sql =
        try facet.isEmpty
        ? store.explainPostgreSQL(query, counts: count)
        : store.explainPostgreSQL(
          facetsOf: facet.map { FieldPath(asking: $0) }, matching: query)
      return try context.write(sql + ";\n")
    }
    if explain {
      return try context.write(store.explain(query, counts: count) + ";\n")
    }
    let found =
      try count
      ? printCount(store.count(query), in: context)
      : facet.isEmpty
        ? printAssets(query, of: store, in: context) : printFacets(query, of: store, in: context)
    try noteMisspeltTags(
      found == 0 ? filter.tag + filter.noTag : filter.noTag, of: store, in: context)
    try noteUnheardTerms(asked, of: store, in: context)
    try noteUnknownTags(query, of: store, in: context)
    if exitStatus && found == 0 { throw NegativeAnswer() }
  }

  private func printCount(_ found: Int, in context: CommandContext) throws -> Int {
    let json: JSONValue = ["count": JSONValue(found)]
    try context.write((output.format == .json ? json.shownText : "\(found)") + "\n")
    return found
  }

  private func printAssets(
    _ query: Query, of store: Store, in context: CommandContext
  ) throws -> Int {
    var writer = try output.writer(context)
    let outcome = try store.query(query, after: after.map { try Cursor($0) }, into: &writer)
    if limit == 0 { context.say("note: --limit 0 leaves all out; --count counts them") }
    if let next = outcome.next {
      context.say("note: --limit left some out; for the next ones: --after \(next.text)")
    }
    return outcome.count
  }

  private func printFacets(
    _ query: Query, of store: Store, in context: CommandContext
  ) throws -> Int {
    var writer = try output.writer(context)
    let outcome = try store.facets(
      of: facet.map { FieldPath(asking: $0) }, matching: query, into: &writer)
    for path in outcome.cut {
      context.say(
        "note: \(DisplayText.escaped(path.description)) has more values; --limit left them out")
    }
    return outcome.assets
  }

  private func paths() throws -> [FieldPath]? {
    guard !fields.isEmpty else { return nil }
    let paths = try fields.flatMap { try PathList.paths($0, of: "--fields") }
    guard !paths.isEmpty else {
      throw Fault(
        .usage, what: "--fields", why: "it names no field", advice: "leave it out to see all")
    }
    return paths
  }
}
