internal import ArgumentParser
internal import AssetCatalogue
internal import AssetFiles
internal import Assets
internal import AssetStore

extension Types {
  struct Add: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Make types known to the store, or bring them to a new definition; all or none.",
      discussion: """
        Reads definitions in JSON (see: assetstore types schema), and pages of the data directory or of the resource catalogue saved as text or markdown. A field that is new takes the values that were kept in _extra under its name; a field that went away stays, marked as retired.

          assetstore types add azure.subscription.md
          assetstore types add k8s.pods.txt --key-template 'k8s:{cluster_name}:{namespace}:{name}'
        """)

    @Argument(help: "Definitions, or saved pages.")
    var files: [String]

    @Option(
      name: .long,
      help: ArgumentHelp(
        "How a key is made of a record's fields.", valueName: "aws:{field}:{field}"))
    var keyTemplate: String?

    @Option(name: .long, help: "The field that says whose an asset is.")
    var accountField: String?

    @OptionGroup var store: StoreArguments

    func run(in context: CommandContext) throws {
      var types: [AssetType] = []
      for file in files {
        types += try DefinitionReader.drafts(in: File.contents(of: file), named: file)
          .map { try $0.type(accountField: accountField, keyTemplate: keyTemplate) }
      }
      for change in try store.options.openOrCreate(context).add(types) { context.say(change.line) }
    }
  }
}

extension TypeChange {
  fileprivate var line: String {
    guard !isNew else { return "added \(type.name): \(type.fields.count.counted("field"))" }
    let parts = [("new", addedFields), ("retired", retiredFields), ("converted", changedFields)]
      .filter { !$0.1.isEmpty }
      .map { "\($0.0): " + $0.1.joined(separator: ", ") }
    let what = parts.isEmpty ? "no field changed" : parts.joined(separator: "; ")
    return "changed \(type.name): \(what); \(rewritten.counted("asset")) rewritten"
  }
}
