internal import ArgumentParser
internal import AssetCatalogue
internal import AssetJSON
internal import AssetOutput
internal import Assets
internal import AssetStore

extension Types {
  struct Show: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "One type: its fields, its account field, its key.",
      discussion: """
        As json it is a definition that types add reads; as sql, what makes its table.

          assetstore types show aws.apigatewayv2_integrationresponse
        """)

    @Argument(help: "The type's name.")
    var name: String

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: ArgumentHelp("How to show it: text, json, sql or markdown.", valueName: "format"))
    var format: Format = .text

    @OptionGroup var store: StoreArguments

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json, sql, markdown
    }

    func run(in context: CommandContext) throws {
      let type =
        try store.options.openIfThere(context)?.type(named: name) ?? Catalogue.require(name)
      switch format {
      case .json: try context.write(type.definition.indentedText + "\n")
      case .sql: try context.write(Store.tableDefinition(of: type))
      case .text:
        try context.write(Self.heading(type) + "\n\n")
        try Self.fields(type).write(context.writer(.table))
      case .markdown:
        try context.write("# " + Self.heading(type) + "\n\n")
        try Self.fields(type).write(context.writer(.markdown))
      }
    }

    private static func heading(_ type: AssetType) -> String {
      let lines = [
        "\(type.name)" + (type.title.map { ": \($0)" } ?? ""), "", type.description,
        "Account: \(type.accountField ?? "none"). Key: \(type.keyTemplate?.description ?? Field.keyName).",
      ]
      return DisplayText.escapedLines(lines.compactMap { $0 })
    }

    private static func fields(_ type: AssetType) -> Rows {
      var rows = Rows(
        columns: ["field", "data_type", "indexed", "provider_name", "description"].map {
          ResultColumn($0)
        })
      rows.rows = type.fields.map { field in
        let description =
          field.isRetired ? "(retired) " + (field.description ?? "") : field.description
        return [
          .text(field.name), .text(field.dataType.rawValue), .bool(type.isIndexed(field)),
          .text(field.providerName), .text(description),
        ]
      }
      return rows
    }
  }
}

extension DisplayText {
  /// Lines that hold text from elsewhere, each escaped.
  fileprivate static func escapedLines(_ lines: [String]) -> String {
    lines.map(escaped).joined(separator: "\n")
  }
}
