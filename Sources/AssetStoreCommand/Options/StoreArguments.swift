internal import ArgumentParser
internal import AssetStore

/// How `StoreOptions` are given.
struct StoreArguments: ParsableArguments {
  @Option(name: .long, help: "The store. Default: $ASSETSTORE_FILE, else assets.db.")
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long to wait for another process that holds the store.", valueName: "milliseconds"))
  var busyTimeout: Int = Store.defaultBusyTimeout

  @OptionGroup var errors: ErrorArguments

  func validate() throws {
    if busyTimeout < 0 {
      throw ValidationError("--busy-timeout \(busyTimeout) is less than nothing")
    }
  }

  var options: StoreOptions { StoreOptions(store: store, busyTimeout: busyTimeout) }
}

/// How what goes wrong is told. Read from the arguments themselves, which may be what is wrong.
struct ErrorArguments: ParsableArguments {
  @Option(name: .long, help: "How errors are told: text or json.")
  var errorFormat: ErrorFormat = .text
}

extension ErrorFormat: ExpressibleByArgument {
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
