internal import ArgumentParser
package import AssetOutput

/// How a result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "How to write the result. Default: table on a terminal, ndjson elsewhere.",
      valueName: "format"))
  var format: OutputFormat?

  @Flag(name: .long, help: "In CSV and TSV, put an apostrophe before what a spreadsheet would run.")
  var csvSafe = false

  /// Whether the result is a table for somebody to read.
  func showsTable(_ context: CommandContext) -> Bool {
    [.table, .markdown].contains(format ?? (context.isTerminal ? .table : .ndjson))
  }

  func writer(_ context: CommandContext) throws -> any ResultWriter & ~Copyable {
    try context.writer(format, csvSafe: csvSafe)
  }
}

extension OutputFormat: ExpressibleByArgument {
  // The parser's own list costs a start more than it looks: it asks the runtime how each value is described.
  package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension OutputOptions: DirectOptions {
  static var unset: Self {
    var options = Self()
    options.format = nil
    options.csvSafe = false
    return options
  }

  mutating func set(_ name: String, to value: String) -> Bool {
    guard name == "output", let format = OutputFormat(rawValue: value) else { return false }
    self.format = format
    return true
  }

  mutating func set(flag name: String) -> Bool {
    guard name == "csv-safe" else { return false }
    csvSafe = true
    return true
  }
}
