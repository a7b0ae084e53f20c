internal import ArgumentParser
internal import AssetFormats
internal import AssetStore
internal import Assets

struct Types: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The types of assets.", subcommands: [List.self, Show.self],
    defaultSubcommand: List.self)
}

extension Types {
  struct List: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "All types, with their assets.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run(in context: CommandContext) throws {
      var rows = Rows(
        columns: [
          ResultColumn("type"), ResultColumn("assets", isNumeric: true), ResultColumn("title"),
        ])
      let counts = try store.openIfThere(context)?.info().types ?? []
      let stored = Dictionary(
        counts.map { ($0.name.description, $0.count) }, uniquingKeysWith: { $1 })
      for name in Set(Catalogue.names).union(stored.keys).sorted() {
        let title = try Catalogue.type(named: name)?.title
        rows.rows.append([.text(name), .integer(stored[name] ?? 0), .text(title)])
      }
      try rows.write(output.writer(context))
    }
  }

  struct Show: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "One type: its fields and its key.")

    @Argument(help: "The type's name.")
    var name: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run(in context: CommandContext) throws {
      let type = try store.openIfThere(context)?.type(named: name) ?? Self.inCatalogue(name)
      if output.format == .json { return try context.write(type.definition.text + "\n") }
      context.say("\(type.name): \(type.title ?? "")")
      context.say(
        "account: \(type.accountField ?? "none"); key: \(type.keyTemplate?.description ?? "_key")")
      var rows = Rows(
        columns: ["field", "data_type", "provider_name", "description"].map { ResultColumn($0) })
      rows.rows = type.fields.map {
        [
          .text($0.name), .text($0.dataType.rawValue), .text($0.providerName),
          .text($0.description),
        ]
      }
      try rows.write(output.writer(context))
    }

    private static func inCatalogue(_ name: String) throws -> AssetType {
      guard let type = try Catalogue.type(named: name) else {
        throw Catalogue.noType(name, among: Set(Catalogue.names))
      }
      return type
    }
  }
}

extension StoreOptions {
  /// The store, or nil where there is none and none was named.
  fileprivate func openIfThere(_ context: CommandContext) throws -> Store? {
    do {
      return try open(context)
    } catch let fault as Fault where fault.kind == .missing && store == nil {
      return nil
    }
  }
}
