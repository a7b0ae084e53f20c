internal import ArgumentParser
internal import AssetStore

struct Prune: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Forget the oldest part of the history; what is there now is not touched.",
    discussion: """
      Keeps the states before and after each of the last runs, or from a moment on. Older states can't be asked for any more, and older runs can't be undone. The records of runs stay, and when an asset was last seen. The file keeps its size: what is freed is used by later runs.

        assetstore prune --keep-runs 30 --dry-run
        assetstore prune --before 2026-01-01
      """)

  @Option(name: .long, help: ArgumentHelp("How many of the last runs to keep.", valueName: "n"))
  var keepRuns: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Forget what there was before; a date is its first moment.", valueName: "time"))
  var before: String?

  @Flag(name: .long, help: "Only say what would be freed.")
  var dryRun = false

  @OptionGroup var store: StoreArguments

  func validate() throws {
    guard (keepRuns == nil) != (before == nil) else {
      throw ValidationError("Say how much to keep: --keep-runs N or --before TIME.")
    }
    if let keepRuns, keepRuns < 1 {
      throw ValidationError("--keep-runs \(keepRuns): the last run is always kept.")
    }
  }

  func run(in context: CommandContext) throws {
    let limit = before.map { HistoryLimit.since($0) } ?? .runs(keepRuns ?? 1)
    let report = try store.options.openToWrite(context, isDryRun: dryRun).prune(
      limit, isDryRun: dryRun)
    let first =
      report.firstState == 0
      ? "all history is kept" : "history begins with run \(report.firstState)"
    context.say(
      "\(dryRun ? "would forget" : "forgot") \(report.versions.counted("version")) of assets, "
        + "\(report.freedBytes) bytes; \(first)")
  }
}
