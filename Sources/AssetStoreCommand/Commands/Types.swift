internal import ArgumentParser
internal import AssetCatalogue
internal import AssetOutput
internal import Assets
internal import AssetStore

struct Types: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "The types of assets: list them, show one, add your own, remove one.",
    subcommands: [
      List.self, Show.self, Add.self, Infer.self, Remove.self, Schema.self,
    ],
    defaultSubcommand: List.self)
}

extension Types {
  struct List: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "All types that the store or the program knows, with their assets.")

    @OptionGroup var output: OutputArguments
    @OptionGroup var store: StoreArguments

    func run(in context: CommandContext) throws {
      var rows = Rows(
        columns: [
          ResultColumn("type"), ResultColumn("assets", isNumeric: true), ResultColumn("title"),
        ])
      let store = try store.options.openIfThere(context)
      let counts = try store?.info().types ?? []
      var types: [String: (assets: Int, title: String?)] = [:]
      for name in Catalogue.names { types[name] = (0, try Catalogue.type(named: name)?.title) }
      for type in try store?.types() ?? [] {
        let assets = counts.first { $0.name == type.name }?.count ?? 0
        types[type.name.description] = (assets, type.title)
      }
      rows.rows = types.sorted { $0.key < $1.key }
        .map { [.text($0.key), .integer($0.value.assets), .text($0.value.title)] }
      try rows.write(output.options.writer(context))
    }
  }
}

extension StoreOptions {
  /// The store, or nil where there is none.
  func openIfThere(_ context: CommandContext) throws -> Store? {
    do {
      return try open(context)
    } catch let fault as Fault where fault.kind == .missing {
      if store != nil {
        let file = DisplayText.escaped(fault.what)
        context.say("note: \(file): \(fault.why); these are the types that the program knows")
      }
      return nil
    }
  }
}
