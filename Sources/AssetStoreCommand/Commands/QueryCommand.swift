internal import ArgumentParser
internal import AssetFormats
internal import AssetStore
internal import Assets

struct QueryCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Find assets by account, by tag, by key.",
    discussion: """
      An asset without tags has none of them: --no-tag owner finds it, whether its tags are absent, null or empty. A tag with several values has each of them.

        assetstore query --account 000000000123 --tag env=prod --no-tag owner
        assetstore query --type aws.apigatewayv2_integrationresponse --fields _key,tags.env --sort tags.env -o csv
        assetstore query --untagged --count
      """)

  @OptionGroup var filter: FilterOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to show: fields, or keys of map fields like tags.env.", valueName: "a,b,tags.env"))
  var fields: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sort by a field or a map's key; what lacks it comes last.", valueName: "field[:desc]"))
  var sort: [String] = []

  @Option(name: .long, help: "Show at most so many.")
  var limit: Int?

  @Flag(name: .long, help: "Print only how many there are.")
  var count = false

  @Flag(name: .long, help: "Exit with 1 if there are none.")
  var exitStatus = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit) is less than nothing.") }
  }

  func run(in context: CommandContext) throws {
    let query = Query(
      types: try filter.types(), where: filter.expression, fields: paths(),
      sort: sort.map(Self.sort),
      limit: limit)
    let store = try store.open(context)
    let found =
      try count ? printCount(store.count(query), context) : printAssets(query, store, context)
    if exitStatus && found == 0 { throw NegativeAnswer() }
  }

  private func printCount(_ found: Int, _ context: CommandContext) throws -> Int {
    let json: JSONValue = ["count": JSONValue(found)]
    try context.write((output.format == .json ? json.text : "\(found)") + "\n")
    return found
  }

  private func printAssets(
    _ query: Query, _ store: Store, _ context: CommandContext
  ) throws -> Int {
    var writer = try output.writer(context)
    let outcome = try store.query(query, into: &writer)
    if outcome.isCut {
      context.say("note: there are more than \(outcome.count); --limit left them out")
    }
    return outcome.count
  }

  private func paths() -> [FieldPath]? {
    let names = fields.flatMap { $0.split(separator: ",") }
    return names.isEmpty ? nil : names.map { FieldPath(String($0)) }
  }

  private static func sort(_ text: String) -> Query.Sort {
    for (suffix, descending) in [(":desc", true), (":asc", false)] where text.hasSuffix(suffix) {
      return Query.Sort(FieldPath(String(text.dropLast(suffix.count))), descending: descending)
    }
    return Query.Sort(FieldPath(text))
  }
}
