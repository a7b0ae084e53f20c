internal import ArgumentParser
internal import AssetStore

/// Which store, and how to wait for it.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: "The store. Default: $ASSETSTORE_FILE, else assets.db.")
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long to wait for another process that holds the store.", valueName: "milliseconds"))
  var busyTimeout: Int = Store.defaultBusyTimeout

  @OptionGroup var errors: ErrorOptions

  func validate() throws {
    if busyTimeout < 0 {
      throw ValidationError("--busy-timeout \(busyTimeout) is less than nothing")
    }
  }

  func path(_ context: CommandContext) -> String {
    store ?? context.environment["ASSETSTORE_FILE"] ?? "assets.db"
  }

  func open(_ context: CommandContext) throws -> Store {
    try Store.open(
      path(context), busyTimeout: busyTimeout, isCancelled: { Cancellation.isCancelled })
  }

  /// A store that is there, to write: an older schema is brought up to date.
  ///
  /// - Parameter isDryRun: what is only looked at changes nothing, not even an older schema.
  func openToWrite(_ context: CommandContext, isDryRun: Bool = false) throws -> Store {
    if isDryRun { _ = try open(context) }
    return try Store.openToMigrate(
      path(context), busyTimeout: busyTimeout, isCancelled: { Cancellation.isCancelled })
  }

  func openOrCreate(_ context: CommandContext) throws -> Store {
    try Store.openOrCreate(
      path(context), busyTimeout: busyTimeout, isCancelled: { Cancellation.isCancelled })
  }
}

/// How what goes wrong is told. Read from the arguments themselves, which may be what is wrong.
struct ErrorOptions: ParsableArguments {
  @Option(name: .long, help: "How errors are told: text or json.")
  var errorFormat: ErrorFormat = .text
}

extension ErrorFormat: ExpressibleByArgument {
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension StoreOptions: DirectOptions {
  static var unset: Self {
    var options = Self()
    options.store = nil
    options.busyTimeout = Store.defaultBusyTimeout
    options.errors = .unset
    return options
  }

  mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "store": store = value
    case "busy-timeout":
      guard let time = Int(value) else { return false }
      busyTimeout = time
    default: return errors.set(name, to: value)
    }
    return true
  }
}

extension ErrorOptions: DirectOptions {
  static var unset: Self {
    var options = Self()
    options.errorFormat = .text
    return options
  }

  mutating func set(_ name: String, to value: String) -> Bool {
    guard name == "error-format", let format = ErrorFormat(rawValue: value) else { return false }
    errorFormat = format
    return true
  }
}
