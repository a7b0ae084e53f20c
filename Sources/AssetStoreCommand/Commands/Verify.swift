internal import ArgumentParser
internal import AssetJSON
internal import AssetOutput
internal import AssetStore

struct Verify: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that a backup or the store is whole; exit with 1 if it is not.",
    discussion: """
      A backup is checked against its manifest too: its content has to be what was backed up, to the byte.

        assetstore verify audit-2026.db
      """)

  @Argument(help: "A backup. Default: the store.")
  var file: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What backup said of the file: its bytes have to be those.", valueName: "hex"))
  var sha256: String?

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func validate() throws {
    guard let sha256 else { return }
    guard file != nil else {
      throw ValidationError(
        "--sha256 goes with a file: a store at work has other bytes all the time.")
    }
    guard sha256.utf8.count == 64, sha256.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw ValidationError("--sha256 takes 64 hexadecimal digits.")
    }
  }

  func run(in context: CommandContext) throws {
    let verification =
      try file.map {
        try Verification(
          ofFile: $0, requiresManifest: true, sha256: sha256?.lowercased(),
          isCancelled: { Cancellation.isCancelled })
      }
      ?? Verification(
        ofStore: store.options.path(context), busyTimeout: store.options.busyTimeout,
        isCancelled: { Cancellation.isCancelled })
    if output.options.format == .json {
      try context.write(verification.json.shownText + "\n")
    } else {
      var rows = Rows(columns: [ResultColumn("check"), ResultColumn("ok"), ResultColumn("detail")])
      rows.rows = verification.checks.map { [.text($0.name), .bool($0.isGood), .text($0.detail)] }
      try rows.write(output.options.writer(context))
    }
    guard !verification.isGood else { return }
    let advice =
      verification.isReindexable
      ? "assets and index of terms disagree; a backup has the assets as they were, and this rebuilds the index from those "
        + "that are there: assetstore reindex --store \(DisplayText.escaped(store.options.path(context)))"
      : file == nil ? "restore a backup" : "use another backup"
    context.say("damaged: \(advice)")
    throw NegativeAnswer()
  }
}

extension Verification {
  fileprivate var json: JSONValue {
    let checks = checks.map {
      ["check": .string($0.name), "ok": .bool($0.isGood), "detail": .string($0.detail)] as JSONValue
    }
    return ["ok": .bool(isGood), "checks": .array(checks)]
  }
}
