internal import ArgumentParser
internal import AssetJSON
internal import AssetOutput
internal import AssetStore

struct Info: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What the store is and holds.")

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let info = try store.options.open(context).info()
    guard output.options.format == nil || output.options.format == .table else {
      return try write(info, in: context)
    }
    let facts = [
      ("store", info.path), ("size", "\(info.size) bytes"), ("created", info.createdAt),
      ("schema", "version \(info.schemaVersion)"), ("engine", Store.engine),
      (
        "runs",
        "\(info.runs)" + (info.firstState > 0 ? ", history from run \(info.firstState) on" : "")
      ),
      ("assets", "\(info.assets)"), ("redacted", "\(info.redactedAssets.counted("asset"))"),
    ]
    for (name, value) in facts + info.types.map({ ("  \($0.name)", "\($0.count)") }) {
      let padding = String(repeating: " ", count: max(1, 10 - name.count))
      try context.write("\(name)\(padding)\(DisplayText.escaped(value))\n")
    }
  }

  private func write(_ info: StoreInfo, in context: CommandContext) throws {
    let types = info.types.map {
      ["name": .string("\($0.name)"), "assets": JSONValue($0.count)] as JSONValue
    }
    var rows = Rows(
      columns: [
        "path", "bytes", "created_at", "schema", "sqlite", "runs", "first_state", "assets",
        "redacted_assets", "types",
      ]
      .map { ResultColumn($0) })
    rows.rows = [
      [
        .text(info.path), .integer(info.size), .text(info.createdAt), .integer(info.schemaVersion),
        .text(info.sqliteVersion), .integer(info.runs),
        .integer(info.firstState), .integer(info.assets), .integer(info.redactedAssets),
        .json(.array(types)),
      ]
    ]
    try rows.write(output.options.writer(context))
  }
}
