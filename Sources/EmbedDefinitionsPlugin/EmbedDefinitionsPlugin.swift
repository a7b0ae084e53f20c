import Foundation
import PackagePlugin

/// Embeds the JSON files in a target's folder `Definitions`.
@main struct EmbedDefinitionsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let folder = target.directoryURL.appending(path: "Definitions")
    let definitions = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
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
