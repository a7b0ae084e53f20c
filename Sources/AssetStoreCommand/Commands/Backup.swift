internal import ArgumentParser
internal import AssetJSON
internal import AssetOutput
internal import AssetStore

struct Backup: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write the whole store to one verified file.",
    discussion: """
      The file is as the store was at one moment, needs nothing beside it, carries a manifest with a digest of its content, and appears under its name when it is verified and on disk.

        assetstore backup audit-2026.db
      """)

  @Argument(help: "The file to write.")
  var destination: String

  @Flag(name: .long, help: "Replace the file if it is there.")
  var force = false

  @Option(name: .long, help: "How to report: text, on standard error, or json, on standard output.")
  var report: ReportFormat = .text

  @OptionGroup var store: StoreArguments

  func validate() throws {
    if destination == "-" {
      throw ValidationError("A backup is a file, and - is not the name of one.")
    }
  }

  func run(in context: CommandContext) throws {
    let result = try store.options.open(context).backUp(to: destination, overwrites: force)
    switch report {
    case .text: context.say(result.line)
    case .json: try context.write(result.json, of: "the backup is in \(result.path)")
    }
  }
}

extension BackupReport {
  var line: String {
    "backup \(DisplayText.escaped(path)): \(assets.counted("asset")), \(runs.counted("run")), \(size) bytes, "
      + "verified; sha256 \(sha256)"
  }

  var json: JSONValue {
    [
      "path": .string(path), "bytes": JSONValue(size), "sha256": .string(sha256),
      "assets": JSONValue(assets), "runs": JSONValue(runs),
      "content_digest": .string(contentDigest),
    ]
  }
}
