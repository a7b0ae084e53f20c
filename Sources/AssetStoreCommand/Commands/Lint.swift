internal import ArgumentParser
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetStore

struct Lint: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Show stored values that violate the rules that their provider documents.",
    discussion: """
      A row for each rule that assets violate: how many do, and one of them. These are the rules that ingest warns of; a type's are in: assetstore types show TYPE. A value that violates a rule is a fact all the same, and is stored as it came.

        assetstore lint
        assetstore lint --type 'aws.*' --account 000000000123 --exit-status
        assetstore lint "tags->'env' = 'prod'" -o json
      """)

  @Argument(help: "What is true of the assets to look at, as in query.")
  var expression: String?

  @OptionGroup var filter: FilterArguments

  @Flag(name: .long, help: "Exit with 1 if anything was found.")
  var exitStatus = false

  @OptionGroup var output: OutputArguments
  @OptionGroup var store: StoreArguments

  func run(in context: CommandContext) throws {
    let asked = try expression.map { [try Expression(parsing: $0)] } ?? []
    let findings = try store.options.open(context).lint(filter.options.query(asked))
    var rows = Rows(
      columns: ["type", "rule", "count", "key", "example", "source"]
        .map { ResultColumn($0, isNumeric: $0 == "count") })
    rows.rows = findings.map { finding in
      [
        .text(finding.type), .text(finding.rule), .integer(finding.count), .text(finding.key),
        .text(finding.example), .text(finding.source),
      ]
    }
    try rows.write(output.options.writer(context))
    if exitStatus && !findings.isEmpty { throw NegativeAnswer() }
  }
}
