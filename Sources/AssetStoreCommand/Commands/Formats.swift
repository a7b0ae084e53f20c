internal import ArgumentParser
internal import AssetExports
internal import AssetOutput

struct Formats: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "The formats of exports that are understood.")

  @OptionGroup var output: OutputArguments
  @OptionGroup var errors: ErrorArguments

  func run(in context: CommandContext) throws {
    var rows = Rows(columns: [ResultColumn("format"), ResultColumn("what")])
    rows.rows = ExportFormat.allCases.map { [.text($0.rawValue), .text($0.summary)] }
    try rows.write(output.options.writer(context))
  }
}
