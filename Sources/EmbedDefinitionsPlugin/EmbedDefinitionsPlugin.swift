import FoundationEssentials
import PackagePlugin

/// Embeds the JSON files in a target's folder `Definitions`.
@main struct EmbedDefinitionsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let folder = target.directoryURL.appending(path: "Definitions")
    let definitions = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".json") }
      .sorted()
      .map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedDefinitions.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(definitions.count) definitions of types",
        executable: try context.tool(named: "EmbedDefinitions").url,
        arguments: [output.path()] + definitions.map { $0.path() }, inputFiles: definitions,
        outputFiles: [output])
    ]
  }
}
