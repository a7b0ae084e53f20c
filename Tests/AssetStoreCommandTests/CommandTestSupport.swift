import AssetCatalogue
import AssetFiles
import AssetOutput
import Foundation
import Testing
import TestSupport

@testable import AssetStoreCommand

/// What a command did, run inside of the test.
struct CommandOutcome {
  let exitCode: Int32
  let output: String
  let messages: [String]

  var lines: [Substring] { output.split(separator: "\n") }
}

let responseType = "aws.apigatewayv2_integrationresponse"

/// Runs the command with the store `s.db` of the folder.
func run(
  _ arguments: String..., in folder: borrowing TemporaryFolder, isTerminal: Bool = false
) throws -> CommandOutcome {
  try runAll(arguments, in: folder, isTerminal: isTerminal)
}

/// Runs the command with the store `s.db` of the folder.
func runAll(
  _ arguments: [String], in folder: borrowing TemporaryFolder, isTerminal: Bool = false
) throws -> CommandOutcome {
  let outputPath = folder.file("output-\(UUID().uuidString)")
  _ = FileManager.default.createFile(atPath: outputPath, contents: nil)
  let messages = Messages()
  let file = folder.file("s.db")
  let context = CommandContext(
    openOutput: { try File.open(appendingTo: outputPath) }, say: { messages.lines.append($0) },
    sayInPlace: { messages.lines.append($0) },
    environment: { $0 == "ASSETSTORE_FILE" ? file : nil }, isTerminal: isTerminal,
    isErrorTerminal: false,
    terminalWidth: isTerminal ? 100 : nil)
  let exitCode = AssetStoreCommand.run(arguments, in: context)
  defer { try? FileManager.default.removeItem(atPath: outputPath) }
  return CommandOutcome(
    exitCode: exitCode, output: try String(contentsOfFile: outputPath, encoding: .utf8),
    messages: messages.lines)
}

private final class Messages {
  var lines: [String] = []
}

/// The words of a line as a shell takes them.
func words(_ line: Substring) -> [String] {
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
