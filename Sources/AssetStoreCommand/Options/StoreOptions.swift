internal import AssetStore

/// Which store, and how to wait for it.
struct StoreOptions {
  var store: String?
  var busyTimeout = Store.defaultBusyTimeout

  func path(_ context: CommandContext) -> String {
    store ?? context.environment("ASSETSTORE_FILE") ?? "assets.db"
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

extension StoreOptions: DirectOptions {
  mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "store": store = value
    case "busy-timeout":
      guard let time = Int(value), time >= 0 else { return false }
      busyTimeout = time
    // Read from the arguments themselves, see ErrorArguments.
    case "error-format": return ErrorFormat(rawValue: value) != nil
    default: return false
    }
    return true
  }
}
