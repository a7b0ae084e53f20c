internal import ArgumentParser
package import AssetOutput

/// How `OutputOptions` are given.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "How to write the result. Default: table on a terminal, ndjson elsewhere.",
      valueName: "format"))
  var format: OutputFormat?

  @Flag(name: .long, help: "In CSV and TSV, put an apostrophe before what a spreadsheet would run.")
  var csvSafe = false

  var options: OutputOptions { OutputOptions(format: format, csvSafe: csvSafe) }
}

extension OutputFormat: ExpressibleByArgument {
  // The parser's own list costs a start more than it looks: it asks the runtime how each value is described.
  package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
