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

  /// The lines of the README's shell blocks that call the command.
  private func calls() throws -> [[String]] {
    var calls: [[String]] = []
    var isShell = false
    for line in try readme().split(separator: "\n") {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, line.hasPrefix("assetstore ") {
        calls.append(Array(words(line).dropFirst()))
      }
    }
    return calls
  }

  /// The words of a line as a shell takes them.
  private func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var quote: Character?
    var isInWord = false
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, "'\"".contains(character) {
        quote = character
      } else if quote == nil, character == "#", !isInWord {
        break
      } else if quote == nil, character == " " {
        isInWord = false
      } else {
        if !isInWord { words.append("") }
        isInWord = true
        words[words.count - 1].append(character)
      }
    }
    return words
  }

  @Test func `every call in the README is one that the command takes`() throws {
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
