internal import ArgumentParser

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

  @OptionGroup var filter: FilterArguments

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

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  var question: QueryQuestion {
    QueryQuestion(
      expression: expression, filter: filter.options, fields: fields, sort: sort, asOf: asOf,
      limit: limit, after: after, count: count, facet: facet, exitStatus: exitStatus,
      explain: explain, explainPostgreSQL: explainPostgreSQL, output: output.options,
      store: store.options)
  }

  func validate() throws { try question.validate() }

  func run(in context: CommandContext) throws { try question.run(in: context) }
}
