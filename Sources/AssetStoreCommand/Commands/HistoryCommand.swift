internal import ArgumentParser
internal import AssetOutput
internal import Assets
internal import AssetStore

struct HistoryCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What became of one asset, run by run.",
    discussion: """
        assetstore history arn:aws:s3:::logs
        assetstore history web --type k8s.pods -o json
      """)

  @Argument(help: "The asset's key.")
  var key: String

  @OptionGroup var ofType: TypeArguments

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let types = try ofType.options.selection()
    let events = try store.options.open(context).history(of: key, in: types)
    var rows = Rows(
      columns: ["_type", "run", "time", "event", "changes"]
        .map { ResultColumn($0, isNumeric: $0 == "run") })
    rows.rows = events.map { event in
      // What an asset began with is in the first of its changes, and would hide them.
      let changes = event.kind == .added ? [] : event.changes
      return [
        .text(event.type), .integer(event.run), .text(event.time), .text(event.kind.rawValue),
        changes.cell(isForPeople: output.options.showsTable(context)),
      ]
    }
    try rows.write(output.options.writer(context))
  }
}
