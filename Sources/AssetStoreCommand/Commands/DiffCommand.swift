internal import ArgumentParser
internal import AssetJSON
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct DiffCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two runs, or moments.",
    discussion: """
      Compares the store as it was at the end of a run, or at a time, with what it was at another, or is now. The expression and the options choose the assets of which they are true in one of the two.

        assetstore diff 2026-01-31
        assetstore diff 7 9 --type 'aws.*' --ignore state --ignore tags.LastSeen -o json
        assetstore diff 7 --account 000000000123 --exit-status
      """)

  @Argument(help: "A run, or a time.")
  var from: String

  @Argument(help: "A later one. Default: now.")
  var to: String?

  @Option(
    name: .customLong("where"), help: "What is true of the assets to compare, as in query.")
  var expression: String?

  @OptionGroup var filter: FilterOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only changes of these fields, or keys of maps.", valueName: "a,b,tags.env"))
  var fields: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "No changes of these fields, or keys of maps.", valueName: "a,b,tags.env"))
  var ignore: [String] = []

  @Flag(name: .long, help: "Exit with 1 if something differs.")
  var exitStatus = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run(in context: CommandContext) throws {
    var request = DiffRequest(
      from: try RunReference(from), to: try to.map { try RunReference($0) })
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    request.query = Query(types: try filter.types(), where: .all(asked + filter.expressions))
    if !fields.isEmpty {
      request.fields = try fields.flatMap { try PathList.paths($0, of: "--fields") }
    }
    request.ignored = try ignore.flatMap { try PathList.paths($0, of: "--ignore") }
    var differences: [AssetDifference] = []
    let ends = try store.open(context).diff(request) { differences.append($0) }
    if output.format == .json {
      try context.write(Self.json(differences, ends).shownText + "\n")
    } else {
      try Self.rows(differences).write(output.writer(context))
      context.say("run \(ends.from) to run \(ends.to): " + Self.summary(differences))
    }
    if exitStatus && !differences.isEmpty { throw NegativeAnswer() }
  }

  private static func rows(_ differences: [AssetDifference]) -> Rows {
    var rows = Rows(
      columns: ["change", "_type", "_key", "changes"].map { ResultColumn($0) })
    rows.rows = differences.map { difference in
      [
        .text(difference.kind.rawValue), .text(difference.type), .text(difference.key),
        .json(.array(difference.changes.map(\.json))),
      ]
    }
    return rows
  }

  private static func summary(_ differences: [AssetDifference]) -> String {
    AssetDifference.Kind.allCases
      .map { kind in "\(differences.count { $0.kind == kind }) \(kind.rawValue)" }
      .joined(separator: ", ")
  }

  private static func json(
    _ differences: [AssetDifference], _ ends: (from: Int, to: Int)
  ) -> JSONValue {
    let kinds = AssetDifference.Kind.allCases.map { kind in
      (kind.rawValue, differences.filter { $0.kind == kind })
    }
    let lists = kinds.map { name, found in
      JSONValue.Member(
        name,
        .array(
          found.map { difference in
            let asset: [JSONValue.Member] = [
              .init("_type", .string(difference.type)), .init("_key", .string(difference.key)),
            ]
            let changes = difference.changes.map(\.json)
            return .object(
              asset + (changes.isEmpty ? [] : [.init("changes", .array(changes))]))
          }))
    }
    return .object(
      [
        .init("from", JSONValue(ends.from)), .init("to", JSONValue(ends.to)),
        .init("summary", .object(kinds.map { .init($0.0, JSONValue($0.1.count)) })),
      ] + lists)
  }
}
