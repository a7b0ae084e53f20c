import ArgumentParser
import Foundation
import Testing
import TestSupport

@testable import AssetStoreCommand

/// Holds the README and the help against the command.
@Suite struct DocumentationTests {
  private func readme() throws -> String {
    try String(contentsOfFile: projectFile("README.md"), encoding: .utf8)
  }

  /// The calls of the command in the README's console blocks, and in those of the articles.
  private func calls() throws -> [[String]] {
    let articles = "Sources/AssetStore/AssetStore.docc"
    let names = try FileManager.default.contentsOfDirectory(atPath: projectFile(articles))
      .filter { $0.hasSuffix(".md") }
    let texts =
      try [readme()]
      + names.map { try String(contentsOfFile: projectFile("\(articles)/\($0)"), encoding: .utf8) }
    return texts.flatMap { text in
      var calls: [[String]] = []
      var isShell = false
      for line in text.split(separator: "\n") {
        if line.hasPrefix("```") {
          isShell = line == "```sh" || line == "```console"
          continue
        }
        let call = line.hasPrefix("$ ") ? line.dropFirst(2) : line
        if isShell, call.hasPrefix("assetstore ") { calls.append(Array(words(call).dropFirst())) }
      }
      return calls
    }
  }

  @Test func `every call in the README and the articles is one that the command takes`() throws {
    let calls = try calls()
    #expect(calls.count >= 10)
    for call in calls {
      #expect(throws: Never.self, "\(call)") { try AssetStoreCommand.parseAsRoot(call) }
    }
  }

  @Test func `the README names every subcommand and its two scripts`() throws {
    let readme = try readme()
    for command in AssetStoreCommand.configuration.subcommands {
      #expect(readme.contains("`\(command._commandName)`"), "\(command._commandName)")
    }
    for script in ["Scripts/demo", "Scripts/test"] {
      #expect(readme.contains(script))
      #expect(FileManager.default.isExecutableFile(atPath: projectFile(script)))
    }
  }

  @Test func `help tells of the subcommand that it was asked for`() throws {
    let folder = try TemporaryFolder()
    for arguments in [["ingest", "--help"], ["help", "ingest"]] {
      let outcome = try runAll(arguments, in: folder)
      #expect(outcome.exitCode == 0 && outcome.output.contains("USAGE: assetstore ingest"))
    }
    #expect(try run("help", "types", "add", in: folder).output.contains("--key-template"))
  }

  @Test func `every command states its name, so that no start has to make it from the type`() {
    func check(_ command: any ParsableCommand.Type) {
      #expect(command.configuration.commandName != nil, "\(command)")
      for subcommand in command.configuration.subcommands { check(subcommand) }
    }
    check(AssetStoreCommand.self)
  }

  @Test func `every subcommand says what it is for, and every option too`() throws {
    for command in AssetStoreCommand.configuration.subcommands {
      #expect(!command.configuration.abstract.isEmpty)
      let help = AssetStoreCommand.helpMessage(for: command, columns: 400)
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  -") {
        // A long name has its text on the next line.
        let text = line.count > 25 ? line.dropFirst(25) + next : line.dropFirst(25)
        #expect(text.contains(" "), "\(line)")
      }
    }
  }
}
