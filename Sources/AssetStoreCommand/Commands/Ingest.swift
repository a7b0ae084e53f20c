internal import ArgumentParser
package import AssetExports
internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetStore

struct Ingest: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Put exports into the store, all of them or none.",
    discussion: """
      Reads what assetstore formats lists, plain or packed with gzip or zstd. An asset that is there and has not changed is not written again.

      A bad record ends the run with its place, and the store stays as it was. With --rejects FILE the good ones go in, FILE gets the bad ones, a JSON object a line with file, line, byte, reason and record, and the exit code is 1, or 65 if no record was good. FILE is whole before the run is kept; there is none if nothing was refused or the run failed. A list that is broken off, and a file that is not what it was taken for, end the run all the same.

      A record says all there is of an asset: a field that it does not have is cleared. Where no record has a field that stored assets have, the export may be of a kind that does not list it, and is refused: --merge keeps what records leave out, --replace clears it.

      A value outside of what its provider documents is stored, and warned of; see: assetstore lint. A value that its field can't hold is null, with a warning, and kept in _extra. With --strict the record is refused in both cases.

        assetstore ingest --type aws.apigatewayv2_integrationresponse --account 123456789012 --set region=us-east-1 --set api_id=a1b2c3 --set integration_id=d4e5f6 responses.json
        aws … --output json | assetstore ingest --type aws.apigatewayv2_integrationresponse -
      """)

  @Option(
    name: .long,
    help:
      "Take assets of this type only, or of those that match, as in 'aws.*'. Default: of all types that are known; see: assetstore types."
  )
  var type: String?

  @Option(
    name: .long, help: "The account of the assets, where a record says nothing of its own.")
  var account: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A field of all assets, where a record says nothing of its own.", valueName: "field=value"))
  var set: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take the account from what aws sts get-caller-identity printed.", valueName: "file"))
  var context: String?

  @Option(
    name: .long,
    help: "The format of the exports. Default: found from the content; see: assetstore formats.")
  var format: ExportFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the list of records is, in an object that wraps it in a way that is not known.",
      valueName: "a.b"))
  var path: String?

  @Flag(name: .long, help: "Keep what an asset has where its record does not have the field.")
  var merge = false

  @Flag(
    name: .long,
    help: "Clear what records do not have, even a field that none of them has.")
  var replace = false

  @Flag(name: .long, help: "This is all there is: what is stored and not in it has vanished.")
  var snapshot = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What a snapshot is complete for. Default: the types, accounts and regions of its records.",
      valueName: "type=T,account=A,region=R"))
  var scope: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many assets may vanish. Default: a fifth of each scope.", valueName: "n"))
  var allowDeletes: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take the good records, and write those that are refused to this new file.",
      valueName: "file"))
  var rejects: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Give up, and take nothing, if more are refused.", valueName: "n"))
  var maxRejects: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep a digest in the place of a field's value, or of one key of it; may be given again. What earlier runs stored stays in the history.",
      valueName: "field[.key]"))
  var redact: [String] = []

  @Flag(name: .long, help: "Keep what a Terraform state marks as sensitive.")
  var keepSensitive = false

  @Flag(name: .long, help: "Replace the file of rejects of an earlier run.")
  var force = false

  @Flag(
    name: .long,
    help:
      "Refuse records with a value that its field can't hold, or outside of what its provider documents."
  )
  var strict = false

  @Flag(
    name: .long, help: "Exit with 1 if there were warnings, or the export says that there is more.")
  var exitStatus = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How large one record may be, in bytes or with K, M or G: 1K to 1G.", valueName: "size"))
  var recordLimit = ByteCount(bytes: RecordReader.recordLimit)

  @Option(
    name: .long, help: "How to show progress: auto (a bar on a terminal), bar, plain or none.")
  var progress: ProgressDisplay.Style = .auto

  @Flag(
    name: .long,
    help: "Make types on the way for kinds of assets that no type is known for; at most 200.")
  var infer = false

  @Flag(name: .long, help: "Do everything but keep it.")
  var dryRun = false

  @Flag(
    name: .long,
    help: "With --dry-run: show the assets that would be added, changed and removed, as diff does.")
  var diff = false

  @Option(name: .long, help: "How to report: text, on standard error, or json, on standard output.")
  var report: ReportFormat = .text

  @OptionGroup var store: StoreArguments

  @Argument(help: "The exports; - is standard input.")
  var files: [String]
}

extension ProgressDisplay.Style: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}

/// How a command reports what it did.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
