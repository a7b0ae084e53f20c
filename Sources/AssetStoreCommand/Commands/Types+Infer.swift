internal import ArgumentParser
internal import AssetCatalogue
internal import AssetExports
internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetStore

extension Types {
  struct Infer: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "infer",
      abstract: "Propose a definition from sample records, for you to edit.",
      discussion: """
          assetstore types infer disks.json --name acme.disk > acme.disk.json
          assetstore types add acme.disk.json
        """)

    @Argument(help: "Sample records: whatever ingest reads; - is standard input.")
    var file: String

    @Option(name: .long, help: "The name of the type, such as acme.disk.")
    var name: String

    @Option(
      name: .long,
      help: ArgumentHelp(
        "How a key is made of a record's fields.", valueName: "aws:{field}:{field}"))
    var keyTemplate: String?

    @Option(name: .long, help: "The format of the export. Default: found from the content.")
    var format: ExportFormat?

    @Option(
      name: .long,
      help: ArgumentHelp(
        "Where the list of records is, in an object that wraps it in a way that is not known.",
        valueName: "a.b"))
    var path: String?

    @OptionGroup var errors: ErrorArguments

    func run(in context: CommandContext) throws {
      let interruption = try ReadInterruption()
      let input =
        file == "-"
        ? File.standardInput(interruptedBy: interruption)
        : try File.open(reading: file, interruptedBy: interruption)
      let (records, kinds, lists) = try RecordReader.samples(in: input, format: format, path: path)
      var type = try DefinitionInference.type(
        named: TypeName(name), from: records, kinds: kinds, lists: lists)
      if let keyTemplate {
        type = try AssetType(
          type.name, accountField: type.accountField, keyTemplate: KeyTemplate(keyTemplate),
          fields: type.fields, recognition: type.recognition)
      }
      try context.write(type.definition.indentedText + "\n")
      if type.keyTemplate == nil, records.contains(where: { $0["_key"] == nil }) {
        context.say(
          "note: nothing here is sure to tell one asset from another; give a key with --key-template"
        )
      }
    }
  }

  struct Schema: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of definitions.")

    @OptionGroup var errors: ErrorArguments

    func run(in context: CommandContext) throws { try context.write(DefinitionSchema.text + "\n") }
  }
}
