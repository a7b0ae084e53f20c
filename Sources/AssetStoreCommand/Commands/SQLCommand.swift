internal import ArgumentParser
internal import AssetFiles
internal import AssetJSON
internal import AssetLanguage
internal import Assets
internal import AssetStore

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

  /// In seconds.
  static let defaultTimeout = 30
  static let defaultBytes = 4 << 30

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
  var timeout: Int = SQLCommand.defaultTimeout

  @Option(name: .long, help: "Write at most so many rows.")
  var maxRows: Int?

  @Option(
    name: .long,
    help: "Stop when so many bytes of values have been written; 0 for never.")
  var maxBytes: Int = SQLCommand.defaultBytes

  @Flag(
    name: .long, help: "Print the query as PostgreSQL takes it, for an export: --explain postgres.")
  var explain = false

  @Flag(name: .customLong(ExplainTarget.postgreSQLFlag), help: .hidden)
  var explainPostgreSQL = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    for (name, value) in [
      ("timeout", timeout), ("max-rows", maxRows ?? 0), ("max-bytes", maxBytes),
    ]
    where value < 0 {
      throw ValidationError("--\(name) \(value) is less than nothing.")
    }
  }

  func run(in context: CommandContext) throws {
    // SQLite gets no more memory than this, whatever a query asks of it.
    let limits = SQLQuery.Limits(
      time: timeout == 0 ? nil : .seconds(timeout), rows: maxRows,
      bytes: maxBytes == 0 ? nil : maxBytes, memory: 512 << 20)
    let parameters = try NamedValue.values(
      param, of: "--param", spelling: "--param name=value")
    var query = SQLQuery(try text(), parameters: parameters, limits: limits)
    query.asOf = try asOf.map { try RunReference($0) }
    let store = try store.open(context)
    if explainPostgreSQL { return try context.write(store.explainPostgreSQL(query) + "\n") }
    if explain {
      throw Fault(
        .usage, what: "--explain", why: "it takes what the query is for",
        advice:
          "write --explain postgres; how SQLite goes about it shows EXPLAIN QUERY PLAN SELECT …")
    }
    var writer = try output.writer(context)
    let outcome = try store.sql(query, into: &writer)
    if outcome.isCut {
      context.say("note: there are more than \(outcome.count) rows; --max-rows left them out")
    }
  }

  private func text() throws -> String {
    guard let bytes = try bytes() else { return query }
    guard UTF8Check.isValid(bytes.span) else {
      throw Fault(.input, what: query, why: "it is no UTF-8", advice: "save the query as UTF-8")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is read from elsewhere; nil if the argument is the query.
  private func bytes() throws -> [UInt8]? {
    if query == "-" { return try File.standardInput().contents(limit: 1 << 20) }
    guard query.utf8.first == UInt8(ascii: "@") else { return nil }
    return try File.contents(of: String(query.unicodeScalars.dropFirst()), limit: 1 << 20)
  }
}
