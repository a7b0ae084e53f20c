internal import ArgumentParser
internal import AssetExports
internal import AssetJSON
internal import AssetOutput
internal import Assets
internal import AssetStore

extension Runs {
  struct Show: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "All that is on record of one run: files, counts, warnings, what vanished.",
      discussion: """
          assetstore runs show 7
          assetstore runs show 7 -o json
        """)

    @Argument(help: "The number of the run; see: assetstore runs.")
    var number: Int

    @OptionGroup var output: OutputArguments
    @OptionGroup var store: StoreArguments

    func run(in context: CommandContext) throws {
      let details = try store.options.open(context).run(number)
      guard output.options.format == nil || output.options.format == .table else {
        var rows = Rows(columns: details.members.map { ResultColumn($0.name) })
        rows.rows = [details.members.map { .json($0.value) }]
        return try rows.write(output.options.writer(context))
      }
      for line in details.lines { try context.write(line + "\n") }
    }
  }
}

extension RunDetails {
  /// For a person.
  fileprivate var lines: [String] {
    let counts =
      "\(run.inserted) inserted, \(run.updated) updated, \(run.unchanged) unchanged, "
      + "\(run.deleted) deleted, \(run.rejected) rejected"
    let kind = run.kind + (run.isPartial ? ", partial: the export says that there is more" : "")
    let type = run.type.isEmpty ? [] : ["type      \(DisplayText.escaped(run.type))"]
    var lines =
      [
        "run       \(run.id)", "kind      \(kind)", "started   \(run.startedAt)",
        "finished  \(run.finishedAt)",
      ] + type + ["counts    \(counts)"]
    if let sameAs = run.sameAs {
      lines.append("same as   run \(sameAs): its files were not read again")
    }
    lines += types.map { "  \($0.name): \($0.counts.text)" }
    lines += run.files.map(\.line)
    if case .object(let given) = context, !given.isEmpty {
      lines.append("given     " + DisplayText.escaped(context.text))
    }
    if let scopes { lines.append("complete  " + DisplayText.escaped(scopes.text)) }
    if redacted > 0 { lines.append("redacted  \(redacted.counted("value"))") }
    lines += warnings.entries.sorted { $0.key < $1.key }.map { rule, entry in
      "warning   \(rule) (\(entry.count)): "
        + DisplayText.escaped(entry.example.shortened(toScalars: 500))
    }
    return lines + Self.lines("vanished", assets: vanished, count: run.deleted)
      + Self.lines("deleted", assets: deleted, count: run.deleted)
  }

  /// The first ten.
  private static func lines(_ what: String, assets: [VanishedAsset]?, count: Int) -> [String] {
    guard let assets else {
      // Both are forgotten, and it is enough to say so once.
      return what == "vanished" && count > 0
        ? ["which assets were deleted is not known any more: assetstore prune has forgotten it"]
        : []
    }
    guard !assets.isEmpty else { return [] }
    let shown = assets.prefix(10).map { "  " + DisplayText.escaped("\($0.type) \($0.key)") }
    let rest = assets.count - shown.count
    return ["\(what) (\(assets.count))"] + shown
      + (rest > 0 ? ["  and \(rest) more; all of them with: -o json"] : [])
  }

  /// For a program.
  fileprivate var members: [JSONValue.Member] {
    let list = { (assets: [VanishedAsset]?) in
      assets.map { JSONValue.array($0.map(\.json)) } ?? .null
    }
    return [
      .init("run", value: JSONValue(run.id)), .init("kind", value: .string(run.kind)),
      .init("started_at", value: .string(run.startedAt)),
      .init("finished_at", value: .string(run.finishedAt)),
      .init("type", value: .string(run.type)), .init("inserted", value: JSONValue(run.inserted)),
      .init("updated", value: JSONValue(run.updated)),
      .init("unchanged", value: JSONValue(run.unchanged)),
      .init("deleted", value: JSONValue(run.deleted)),
      .init("rejected", value: JSONValue(run.rejected)),
      .init("partial", value: .bool(run.isPartial)),
      .init("same_as", value: run.sameAs.map { JSONValue($0) } ?? .null),
      .init(
        "types",
        value: .array(
          types.map { type in
            .object([.init("type", value: .string(type.name))] + type.counts.members)
          })),
      .init("files", value: .array(run.files.map(\.json))), .init("context", value: context),
      .init("scopes", value: scopes ?? .null),
      .init(
        "warnings",
        value: .array(
          warnings.entries.sorted { $0.key < $1.key }.map { rule, entry in
            [
              "rule": .string(rule), "count": JSONValue(entry.count),
              "example": .string(entry.example),
            ]
          })),
      .init("redacted", value: JSONValue(redacted)), .init("vanished", value: list(vanished)),
      .init("deleted_assets", value: list(deleted)),
    ]
  }
}

extension RunFile {
  fileprivate var line: String {
    "file      \(DisplayText.escaped(path)): \(format), \(records.counted("record")), \(bytes) bytes"
      + (isPartial ? ", partial" : "") + (rejected > 0 ? ", \(rejected) rejected" : "")
      + "; sha256 \(sha256)"
  }

  fileprivate var json: JSONValue {
    [
      "path": .string(path), "format": .string(format), "records": JSONValue(records),
      "bytes": JSONValue(bytes), "sha256": .string(sha256), "inserted": JSONValue(inserted),
      "updated": JSONValue(updated), "unchanged": JSONValue(unchanged),
      "rejected": JSONValue(rejected), "partial": .bool(isPartial),
    ]
  }
}
