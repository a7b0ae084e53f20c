internal import AssetOutput

/// How a result is written.
struct OutputOptions {
  var format: OutputFormat?
  var csvSafe = false

  /// Whether the result is a table for somebody to read.
  func showsTable(_ context: CommandContext) -> Bool {
    [.table, .markdown].contains(format ?? (context.isTerminal ? .table : .ndjson))
  }

  func writer(_ context: CommandContext) throws -> any ResultWriter & ~Copyable {
    try context.writer(format, csvSafe: csvSafe)
  }
}

extension OutputOptions: DirectOptions {
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
