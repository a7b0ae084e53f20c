internal import ArgumentParser
internal import AssetOutput
internal import Assets
internal import AssetStore

struct CoverageCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "How complete the store is: what was seen when, and how many assets have a tag.",
    discussion: """
      For each type, account and region: how many assets there are, the last run that saw some of them, the last snapshot that was complete for them, and how many no run has seen since; where no snapshot was complete, how many that last run did not see.

      With --keys, for each type and account: how many assets have the tag, have it empty, lack it, of how many no export has said which tags they have, and how many are of a type that has none. The percentage is of those that could have it; those of which it is not known count as without it.

        assetstore coverage --account 000000000123
        assetstore coverage --keys owner,env -o markdown
        assetstore coverage --keys owner --type 'aws.*' --fail-under 95 --exit-status
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Count assets that have these tags. In double quotes where one has a comma: '\"a,b\"'.",
      valueName: "owner,env"))
  var keys: [String] = []

  @OptionGroup var ofType: TypeArguments

  @Option(name: .long, help: "Assets of this account; of any of them if given more than once.")
  var account: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Exit with 1 if fewer than so many of a hundred assets have one of the tags.",
      valueName: "percent"))
  var failUnder: Double?

  @Flag(
    name: .long,
    help:
      "Exit with 1 if something was not seen, or never whole; with --keys, if assets lack a tag.")
  var exitStatus = false

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func validate() throws {
    guard let failUnder else { return }
    if keys.isEmpty { throw ValidationError("--fail-under goes with --keys.") }
    guard (0...100).contains(failUnder) else {
      throw ValidationError("--fail-under \(failUnder) is no percentage.")
    }
  }

  func run(in context: CommandContext) throws {
    let types = try ofType.options.selection()
    let store = try store.options.open(context)
    let isGood =
      keys.isEmpty
      ? try writeScopes(store.coverage(in: types, accounts: account), in: context)
      : try writeTags(
        store.coverage(ofTags: tagKeys(), in: types, accounts: account), in: context)
    if !isGood { throw NegativeAnswer() }
  }

  private func tagKeys() throws -> [String] {
    let keys = try keys.flatMap { try PathList.texts($0, of: "--keys") }
    guard !keys.isEmpty else {
      throw Fault(.usage, what: "--keys", why: "it names no tag", advice: "write --keys owner,env")
    }
    return keys
  }

  private func writeScopes(
    _ scopes: [ScopeCoverage], in context: CommandContext
  ) throws -> Bool {
    var rows = Rows(
      columns: [
        ("type", false), ("account_id", false), ("region", false), ("assets", true),
        ("last_run", true), ("last_seen", false), ("whole_run", true), ("last_whole", false),
        ("not_seen", true),
      ].map { ResultColumn($0.0, isNumeric: $0.1) })
    rows.rows = scopes.map { scope in
      [
        .text(scope.type), .text(scope.account), .text(scope.region), .integer(scope.assets),
        .number(scope.lastSeen?.run), .text(scope.lastSeen?.time),
        .number(scope.lastWhole?.run), .text(scope.lastWhole?.time), .number(scope.notSeen),
      ]
    }
    try rows.write(output.options.writer(context))
    return !exitStatus || scopes.allSatisfy { $0.lastWhole != nil && $0.notSeen == 0 }
  }

  private func writeTags(_ tags: [TagCoverage], in context: CommandContext) throws -> Bool {
    var rows = Rows(
      columns: [
        ("key", false), ("type", false), ("account_id", false), ("assets", true), ("have", true),
        ("empty", true), ("lack", true), ("unknown", true), ("cannot", true), ("percent", true),
      ].map { ResultColumn($0.0, isNumeric: $0.1) })
    rows.rows = tags.map { tag in
      [
        .text(tag.key), .text(tag.type), .text(tag.account), .integer(tag.assets),
        .integer(tag.present), .integer(tag.empty), .integer(tag.lacking), .integer(tag.unknown),
        .integer(tag.impossible),
        tag.possible == 0 ? .number(nil) : .tenths(tag.present * 1000 / tag.possible),
      ]
    }
    try rows.write(output.options.writer(context))
    return try sum(tags, in: context)
  }

  /// Tells of each tag how many assets have it; whether they are enough.
  private func sum(_ tags: [TagCoverage], in context: CommandContext) throws -> Bool {
    var isGood = true
    for key in try tagKeys() {
      let own = tags.filter { $0.key.exactly == key.exactly }
      let possible = own.reduce(0) { $0 + $1.possible }
      let present = own.reduce(0) { $0 + $1.present }
      let name = DisplayText.escaped(key)
      guard possible > 0 else {
        context.say("\(name): no asset could have it")
        continue
      }
      let tenths = present * 1000 / possible
      context.say(
        "\(name): \(tenths / 10).\(tenths % 10) % (\(present) of \(possible.counted("asset")))")
      let least = failUnder ?? (exitStatus ? 100 : 0)
      if Double(present) * 100 < least * Double(possible) { isGood = false }
    }
    return isGood
  }
}
