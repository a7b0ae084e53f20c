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
  let context = CommandContext(
    openOutput: { try File.open(appendingTo: outputPath) }, say: { messages.lines.append($0) },
    sayInPlace: { messages.lines.append($0) },
    environment: ["ASSETSTORE_FILE": folder.file("s.db")], isTerminal: isTerminal,
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

/// Runs the binary that was built beside the tests, or the one that `ASSETSTORE_BINARY` names.
func runBinary(
  _ arguments: [String], in folder: borrowing TemporaryFolder, input: String = "",
  output: FileHandle? = nil
) throws -> (exitCode: Int32, output: String, errors: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: binaryPath())
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
  let (inputPipe, outputPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
  process.standardInput = inputPipe
  process.standardOutput = output ?? outputPipe
  process.standardError = errorPipe
  try process.run()
  inputPipe.fileHandleForWriting.write(Data(input.utf8))
  try inputPipe.fileHandleForWriting.close()
  let written = output == nil ? outputPipe.fileHandleForReading.readDataToEndOfFile() : Data()
  let errors = errorPipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: written, as: UTF8.self),
    String(decoding: errors, as: UTF8.self)
  )
}

func binaryPath() -> String {
  if let path = ProcessInfo.processInfo.environment["ASSETSTORE_BINARY"] { return path }
  return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("assetstore").path
}
