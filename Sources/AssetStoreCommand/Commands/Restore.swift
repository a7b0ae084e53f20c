internal import ArgumentParser
internal import AssetOutput
internal import AssetStore

struct Restore: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make the store's content that of a backup.",
    discussion: """
      The backup is verified first. A store that holds assets is replaced only with --force, and what it held is kept beside it as a backup.

        assetstore restore audit-2026.db --store assets.db
      """)

  @Argument(help: "The backup.")
  var file: String

  @Flag(name: .long, help: "Replace what the store holds.")
  var force = false

  @Flag(name: .long, inversion: .prefixedNo, help: "Keep what the store held beside it.")
  var keep = true

  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let result = try Store.restore(
      from: file, into: store.options.path(context), overwrites: force, keepsOld: keep,
      busyTimeout: store.options.busyTimeout, isCancelled: { Cancellation.isCancelled })
    context.say("restored: \(result.assets.counted("asset")), \(result.runs.counted("run"))")
    if let file = result.damagedFile {
      context.say(
        "what the store held could not be read; the file is now \(DisplayText.escaped(file))")
    }
    if let kept = result.kept {
      context.say("what the store held is in \(DisplayText.escaped(kept.path))")
    }
  }
}
