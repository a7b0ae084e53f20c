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

    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run(in context: CommandContext) throws {
      let details = try store.open(context).run(number)
      guard output.format == nil || output.format == .table else {
        var rows = Rows(columns: details.members.map { ResultColumn($0.name) })
        rows.rows = [details.members.map { .json($0.value) }]
        return try rows.write(output.writer(context))
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
    return lines + Self.lines("vanished", vanished, run.deleted)
      + Self.lines("deleted", deleted, run.deleted)
  }

  /// The first ten.
  private static func lines(_ what: String, _ assets: [VanishedAsset]?, _ count: Int) -> [String] {
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
      .init("run", JSONValue(run.id)), .init("kind", .string(run.kind)),
      .init("started_at", .string(run.startedAt)), .init("finished_at", .string(run.finishedAt)),
      .init("type", .string(run.type)), .init("inserted", JSONValue(run.inserted)),
      .init("updated", JSONValue(run.updated)), .init("unchanged", JSONValue(run.unchanged)),
      .init("deleted", JSONValue(run.deleted)), .init("rejected", JSONValue(run.rejected)),
      .init("partial", .bool(run.isPartial)),
      .init(
        "types",
        .array(
          types.map { type in
            .object([.init("type", .string(type.name))] + type.counts.members)
          })),
      .init("files", .array(run.files.map(\.json))), .init("context", context),
      .init("scopes", scopes ?? .null),
      .init(
        "warnings",
        .array(
          warnings.entries.sorted { $0.key < $1.key }.map { rule, entry in
            [
              "rule": .string(rule), "count": JSONValue(entry.count),
              "example": .string(entry.example),
            ]
          })),
      .init("redacted", JSONValue(redacted)), .init("vanished", list(vanished)),
      .init("deleted_assets", list(deleted)),
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
