internal import ArgumentParser
internal import AssetJSON
internal import AssetOutput
internal import AssetStore

struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "What was ingested, deleted and undone, when, and what came of it.",
    subcommands: [List.self, Show.self],
    defaultSubcommand: List.self)
}

extension Runs {
  struct List: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "All runs, the oldest first.")

    @OptionGroup var output: OutputArguments
    @OptionGroup var store: StoreArguments

    func run(in context: CommandContext) throws {
      let names = [
        "run", "finished_at", "kind", "type", "inserted", "updated", "unchanged", "deleted",
        "rejected", "partial", "files",
      ]
      var rows = Rows(
        columns: names.map { ResultColumn($0, isNumeric: Self.numeric.contains($0)) })
      rows.rows = try store.options.open(context).runs().map { run in
        [
          .integer(run.id), .text(run.finishedAt), .text(run.kind), .text(run.type),
          .integer(run.inserted), .integer(run.updated), .integer(run.unchanged),
          .integer(run.deleted), .integer(run.rejected), .bool(run.isPartial),
          .json(.array(run.files.map(Self.json))),
        ]
      }
      try rows.write(output.options.writer(context))
    }

    private static func json(_ file: RunFile) -> JSONValue {
      [
        "path": .string(file.path), "format": .string(file.format),
        "records": JSONValue(file.records), "sha256": .string(file.sha256),
      ]
    }

    private static let numeric: Set = [
      "run", "inserted", "updated", "unchanged", "deleted", "rejected",
    ]
  }
}
