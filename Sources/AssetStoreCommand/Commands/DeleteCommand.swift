internal import ArgumentParser
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct DeleteCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Take assets out of the store; without --yes only say which.",
    discussion: """
      What they were stays known: undo brings them back, history and diff tell of them.

        assetstore delete --type aws.ec2_instance --account 000000000123
        assetstore delete "tags->'env' = 'sandbox'" --yes --allow-deletes 40
      """)

  @Argument(help: "What is true of the assets to delete, as in query.")
  var expression: String?

  @OptionGroup var filter: FilterArguments

  @Flag(name: .long, help: "Do it.")
  var yes = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many assets may go. Default: a fifth of each type.", valueName: "n"))
  var allowDeletes: Int?

  @OptionGroup var store: StoreArguments

  func validate() throws {
    guard expression == nil, filter.options.isEmpty else { return }
    throw ValidationError("Say which assets: an expression, or options such as --type.")
  }

  func run(in context: CommandContext) throws {
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    let query = try filter.options.query(asked)
    let report = try store.options.openToWrite(context, isDryRun: !yes)
      .delete(query, atMost: allowDeletes, isDryRun: !yes)
    for asset in report.deleted.prefix(10) {
      context.say("  \(DisplayText.escaped("\(asset.type) \(asset.key)"))")
    }
    if report.count > 10 { context.say("  and \(report.count - 10) more") }
    guard report.count > 0 else { return context.say("no asset was found, so none is deleted") }
    let count = report.count.counted("asset")
    context.say(
      report.run.map { "run \($0): \(count) deleted; assetstore undo \($0) brings them back" }
        ?? "\(count) would be deleted; --yes does it")
  }
}

struct UndoCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Make everything that a run changed as it was before.",
    discussion: """
      It is refused if a later run changed one of the same assets; undo that one first. An undo is a run, and can be undone.

        assetstore undo 7
      """)

  @Argument(help: "The number of the run; see: assetstore runs.")
  var number: Int

  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let report = try store.options.openToWrite(context).undo(number)
    context.say(
      "run \(report.run): \(report.restored.counted("asset")) as before run \(number), "
        + "\(report.removed) that it had added removed")
  }
}
