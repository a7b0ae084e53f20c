package import Foundation

/// Runs the binary that was built beside the tests, or the one that `ASSETSTORE_BINARY` names.
package func runBinary(
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

package func binaryPath() -> String {
  if let path = ProcessInfo.processInfo.environment["ASSETSTORE_BINARY"] { return path }
  return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("assetstore").path
}
