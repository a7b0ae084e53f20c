internal import ArgumentParser
internal import AssetJSON
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct QueryCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Find assets by account, by tag, by an expression.",
    discussion: """
      The expression is a condition in PostgreSQL's spelling; the options are meant together with it. Text in it stands in single quotes, and the value of a tag is tags->'env'.

      An asset without tags has none of them: --no-tag owner and NOT tags ? 'owner' find it, whether its tags are absent, null or empty. --no-value owner also finds the assets whose owner is null or the empty text. A tag with several values has each of them. A comparison with a value that is missing is neither true nor false; IS DISTINCT FROM takes it for another value.

        assetstore query --account 000000000123 --tag env=prod --no-value owner
        assetstore query "tags->'env' IN ('prod', 'staging') AND NOT tags ? 'owner'"
        assetstore query "tags @> 'team=>search' OR tags->'owner' LIKE '%@example.com'"
        assetstore query --type aws.apigatewayv2_integrationresponse "response_parameters->'method.response.header.Access-Control-Allow-Origin' = '''*'''"
        assetstore query --type aws.apigatewayv2_integrationresponse --fields _key,tags.env --sort tags.env -o csv
        assetstore query --untagged --count

      Comparisons: = <> != < <= > >=, [NOT] IN, [NOT] BETWEEN, IS [NOT] NULL, IS [NOT] DISTINCT FROM, [NOT] LIKE, ILIKE, GLOB, and regular expressions ~ ~* !~ !~*. Maps: -> ? ?| ?& @> <@ = <> with 'key=>value', exist(), defined(), 'x' = ANY (avals(tags)). And AND OR NOT ( ).
      """)

  @Argument(help: "What is true of the assets to find.")
  var expression: String?

  @OptionGroup var filter: FilterOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to show: fields, keys of map fields like tags.env, members of JSON like state.Name, expressions like lower(name). In double quotes where a key has a comma: '\"tags.a,b\"'.",
      valueName: "a,b,tags.env"))
  var fields: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sort by a field, a map's key, a member of JSON or an expression; what lacks it comes last.",
      valueName: "field[:desc]"))
  var sort: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ask the store as it was at the end of a run, or at a time.", valueName: "run|time"))
  var asOf: String?

  @Option(name: .long, help: "Show at most so many.")
  var limit: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Go on where a page ended, with what the note behind it says.", valueName: "cursor"))
  var after: String?

  @Flag(name: .long, help: "Print only how many there are.")
  var count = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Count the values of a field, of a map's key, of an expression as state->>'Name', or the keys of a map; may be given again. --limit is for each.",
      valueName: "field|tags|tags.env|expression"))
  var facet: [String] = []

  @Flag(name: .long, help: "Exit with 1 if there are none.")
  var exitStatus = false

  @Flag(
    name: .long,
    help:
      "Print the SQL that would be run, as sqlite3 takes it; with --explain postgres, for PostgreSQL."
  )
  var explain = false

  @Flag(name: .customLong(ExplainTarget.postgreSQLFlag), help: .hidden)
  var explainPostgreSQL = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit) is less than nothing.") }
    if after != nil, count || explain || explainPostgreSQL || !facet.isEmpty {
      throw ValidationError("--after goes with no --count, --explain or --facet.")
    }
    if !facet.isEmpty, count || explain || !fields.isEmpty || !sort.isEmpty {
      throw ValidationError("--facet goes with no --count, --explain, --fields or --sort.")
    }
  }

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
