internal import ArgumentParser
internal import AssetOutput
internal import AssetStore

struct Migrate: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring a store that an older program wrote up to date.")

  @OptionGroup var store: StoreOptions

  func run(in context: CommandContext) throws {
    let info = try Store.openToMigrate(
      store.path(context), busyTimeout: store.busyTimeout,
      isCancelled: { Cancellation.isCancelled }
    ).info()
    context.say("\(DisplayText.escaped(info.path)): schema version \(info.schemaVersion)")
  }
}
