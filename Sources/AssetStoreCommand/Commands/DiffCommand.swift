internal import ArgumentParser
internal import AssetJSON
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct DiffCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two runs or moments, or from one store to another.",
    discussion: """
      Compares the store as it was at the end of a run, or at a time, with what it was at another, or is now. Each of the two may also be another store: a backup of last month, or a store of Terraform states. There an asset is the same if it has the same type and key. The expression and the options choose the assets of which they are true in one of the two.

        assetstore diff 2026-01-31
        assetstore diff 7 9 --type 'aws.*' --ignore state --ignore tags.LastSeen -o json
        assetstore diff 7 --account 000000000123 --exit-status
        assetstore diff january.db --summary
        assetstore diff terraform.db live.db --fields tags
      """)

  @Argument(help: "A run, a time, or the file of another store.")
  var from: String

  @Argument(help: "A later one, or a file. Default: the store now.")
  var to: String?

  @Option(
    name: .customLong("where"), help: "What is true of the assets to compare, as in query.")
  var expression: String?

  @OptionGroup var filter: FilterArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only changes of these fields, or keys of maps.", valueName: "a,b,tags.env"))
  var fields: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "No changes of these fields, or keys of maps.", valueName: "a,b,tags.env"))
  var ignore: [String] = []

  @Flag(name: .long, help: "Only say how many of each type were added, removed and changed.")
  var summary = false

  @Flag(name: .long, help: "Exit with 1 if something differs.")
  var exitStatus = false

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    var request = DiffRequest()
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    request.query = try filter.options.query(asked)
    if !fields.isEmpty {
      request.fields = try fields.flatMap { try PathList.paths($0, of: "--fields") }
    }
    request.ignored = try ignore.flatMap { try PathList.paths($0, of: "--ignore") }
    let result = try DiffEnds(from, to: to).diff(request, store: store.options, in: context)
    if summary {
      try result.counts.write(output.options.writer(context))
    } else if output.options.format == .json {
      try context.write(result.json.shownText + "\n")
    } else {
      try result.rows(isForPeople: output.options.showsTable(context)).write(
        output.options.writer(context))
    }
    context.say(result.line)
    if exitStatus && !result.differences.isEmpty { throw NegativeAnswer() }
  }
}
