internal import ArgumentParser
internal import AssetCatalogue
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

    @Argument(help: "Sample records: NDJSON, a JSON array, or an object with one list of objects.")
    var file: String

    @Option(name: .long, help: "The name of the type, such as acme.disk.")
    var name: String

    @OptionGroup var errors: ErrorOptions

    func run(in context: CommandContext) throws {
      let records = try DefinitionInference.records(in: File.contents(of: file), named: file)
      let type = try DefinitionInference.type(named: TypeName(name), from: records)
      try context.write(type.definition.indentedText + "\n")
      if type.keyTemplate == nil, records.contains(where: { $0["_key"] == nil }) {
        context.say(
          "note: nothing here is sure to tell one asset from another; give the definition a key_template"
        )
      }
    }
  }

  struct Schema: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of definitions.")

    @OptionGroup var errors: ErrorOptions

    func run(in context: CommandContext) throws { try context.write(DefinitionSchema.text + "\n") }
  }
}
