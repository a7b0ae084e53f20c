internal import ArgumentParser
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct Export: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write assets for a larger database.",
    discussion: """
      --to postgres writes a script that psql loads in one transaction, into PostgreSQL 15 or newer with hstore: a schema for each provider, a table for each type under its own name, what assets were and the records of runs beside them. The same questions find the same assets there; query and sql print them with --explain postgres. The server's copy is brought up to date with --since and the run that it is at, which the server checks.

        assetstore export --to postgres | psql -v ON_ERROR_STOP=1 assets
        assetstore export --to postgres handover --type 'aws.*'
        assetstore export --to postgres --since 7 | psql -v ON_ERROR_STOP=1 assets

      The folder gets the file assets.sql, or with --since changes.sql.

      --to ndjson and --to csv write a file for each type, which ingest reads again, and manifest.json with their digests. --to duckdb-script writes SQL with which DuckDB writes the store as Parquet files, in which a map is a MAP to lists.

        assetstore export --to ndjson handover --type 'aws.*'
        assetstore export --to duckdb-script | duckdb
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder to write to, or - for standard output.", valueName: "folder"))
  var destination = "-"

  @Option(name: .long, help: "What to write for.")
  var to: ExportTarget

  @Option(name: .customLong("where"), help: "What is true of the assets to write, as in query.")
  var expression: String?

  @OptionGroup var filter: FilterArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what changed since the run that the server's copy is at.", valueName: "run|time"))
  var since: String?

  @Flag(name: .long, help: "Only tables, indexes and views.")
  var schemaOnly = false

  @Flag(name: .long, help: "Only what goes into the tables.")
  var dataOnly = false

  @Flag(name: .long, help: "Spread the tables over servers by account, with Citus.")
  var citus = false

  @Flag(name: .long, help: "Replace files that are there.")
  var force = false

  @OptionGroup var store: StoreArguments

  func validate() throws {
    if schemaOnly, dataOnly {
      throw ValidationError("--schema-only and --data-only are all there is; leave both out.")
    }
    if to != .postgres, schemaOnly || dataOnly || citus || since != nil {
      throw ValidationError(
        "--schema-only, --data-only, --citus and --since go with --to postgres.")
    }
    if to == .duckDBScript, !filter.options.isOfTypesAlone || expression != nil {
      throw ValidationError("--to duckdb-script takes no condition but --type.")
    }
    if to == .ndjson || to == .csv, destination == "-" {
      throw ValidationError(
        "--to \(to.rawValue) writes a file for each type, and needs a folder; query writes to standard output."
      )
    }
  }

  func run(in context: CommandContext) throws {
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    let query = try filter.options.query(asked)
    let store = try store.options.open(context)
    switch to {
    case .postgres: try writePostgreSQL(query, of: store, in: context)
    case .duckDBScript: try writeDuckDBScript(query.types, of: store, in: context)
    case .ndjson, .csv:
      let folder = try ExportFolder(destination, overwrites: force)
      let report = try store.export(query, as: to == .csv ? .csv : .ndjson, to: folder)
      say(report.line, file: "manifest.json", in: context)
    }
  }

  private func writePostgreSQL(
    _ query: Query, of store: Store, in context: CommandContext
  ) throws {
    let request = PostgreSQLRequest(
      query, part: schemaOnly ? .schema : dataOnly ? .data : .all, isDistributed: citus,
      since: try since.map { try RunReference($0) })
    guard destination != "-" else {
      let report = try store.exportPostgreSQL(request, to: OutputStream(try context.openOutput()))
      return context.say(report.line)
    }
    let folder = try ExportFolder(destination, overwrites: force)
    let (report, file) = try folder.write(since == nil ? "assets.sql" : "changes.sql") {
      try store.exportPostgreSQL(request, to: $0)
    }
    say(report.line, file: file.name, in: context)
  }

  private func writeDuckDBScript(
    _ types: TypeSelection, of store: Store, in context: CommandContext
  ) throws {
    guard destination != "-" else { return try context.write(store.duckDBScript(of: types)) }
    let folder = try ExportFolder(destination, overwrites: force)
    let script = try store.duckDBScript(of: types, folder: destination)
    let (_, file) = try folder.write("parquet.sql") { stream in
      var stream = stream
      try stream.write(script)
      try stream.flush()
    }
    say("the SQL for DuckDB", file: file.name, in: context)
  }

  private func say(_ what: String, file: String, in context: CommandContext) {
    context.say("\(what): \(DisplayText.escaped("\(destination)/\(file)"))")
  }
}

/// What an export is for.
enum ExportTarget: String, CaseIterable, ExpressibleByArgument {
  case postgres, ndjson, csv
  case duckDBScript = "duckdb-script"

  static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension ExportReport {
  var line: String {
    let what =
      gone.map { "\(assets.counted("changed asset")), \($0) gone" } ?? assets.counted("asset")
    return "exported \(what), as of run \(run)"
  }
}
