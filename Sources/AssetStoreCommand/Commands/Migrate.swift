internal import ArgumentParser
internal import AssetOutput
internal import AssetStore

struct Migrate: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring a store that an older program wrote up to date.")

  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let migrated = try store.options.openToWrite(context)
    let info = try migrated.info()
    context.say("\(DisplayText.escaped(info.path)): schema version \(info.schemaVersion)")
    if try migrated.mayHoldSplitValues() {
      context.say(
        "note: an older program split values of tags at their commas; they stay several values until their exports are fed again"
      )
    }
  }
}
