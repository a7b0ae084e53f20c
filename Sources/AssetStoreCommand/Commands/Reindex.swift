internal import ArgumentParser
internal import AssetOutput
internal import AssetStore

struct Reindex: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Rebuild the index of terms from the assets, if verify finds it damaged.")

  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let store = try store.options.openToWrite(context)
    try store.reindex()
    context.say("\(DisplayText.escaped(store.path)): the index of terms is rebuilt")
  }
}
