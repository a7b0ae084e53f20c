internal import ArgumentParser
internal import AssetLanguage

struct SQLCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask in SQL, as in DDSQL; the store can't be changed by it.",
    discussion: """
      PostgreSQL's SELECT, in which a type is a table under its name. tags->'env' is the value of a tag, as in hstore and DDSQL, and never a path. Text stands in single quotes; values from elsewhere are given as parameters. What PostgreSQL refuses is refused, with its place.

        assetstore sql "SELECT account_id, count(*) FROM aws.apigatewayv2_integrationresponse WHERE tags->'env' = 'prod' GROUP BY 1"
        assetstore sql "SELECT value, count(*) FROM aws_apigatewayv2_integrationresponse_tags WHERE key = :key GROUP BY 1" --param key=team
        assetstore sql @report.sql -o csv

      Casts: CAST(x AS BIGINT), x::TIMESTAMP, TIMESTAMP '2026-01-01'. Arrays: ARRAY['a', 'b'], a[1], x = ANY (a). Time: now() - INTERVAL '30 days', EXTRACT(year FROM x). Functions:

      \(functions)
      """)

  private static var functions: String {
    Function.sections.map { "\($0.title): \($0.names.joined(separator: ", "))." }
      .joined(separator: "\n\n")
  }

  @Argument(
    help: ArgumentHelp("The query, or @FILE to read it from a file, or - from standard input."))
  var query: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The value, as text, of a parameter that the query writes as :name.", valueName: "name=value")
  )
  var param: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ask the types, their tags and assets as they were at the end of a run, or at a time.",
      valueName: "run|time"))
  var asOf: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How long it may take; 0 for as long as it needs.", valueName: "seconds"))
  var timeout: Int = SQLQuestion.defaultTimeout

  @Option(name: .long, help: "Write at most so many rows.")
  var maxRows: Int?

  @Option(
    name: .long,
    help: "Stop when so many bytes of values have been written; 0 for never.")
  var maxBytes: Int = SQLQuestion.defaultBytes

  @Flag(
    name: .long, help: "Print the query as PostgreSQL takes it, for an export: --explain postgres.")
  var explain = false

  @Flag(name: .customLong(ExplainTarget.postgreSQLFlag), help: .hidden)
  var explainPostgreSQL = false

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  var question: SQLQuestion {
    SQLQuestion(
      query: query, param: param, asOf: asOf, timeout: timeout, maxRows: maxRows,
      maxBytes: maxBytes, explain: explain, explainPostgreSQL: explainPostgreSQL,
      output: output.options, store: store.options)
  }

  func validate() throws { try question.validate() }

  func run(in context: CommandContext) throws { try question.run(in: context) }
}
