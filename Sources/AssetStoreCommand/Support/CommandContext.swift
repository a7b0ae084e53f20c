internal import AssetFormats

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a command knows of the world: where its output goes, its environment. Tests give it their own.
struct CommandContext {
  /// Opens what data is written to.
  var openOutput: () throws -> File
  /// Takes a line for the user, without its line break.
  var say: (String) -> Void
  var environment: [String: String]
  /// Whether the output is a terminal.
  var isTerminal: Bool
  /// How many columns it has.
  var terminalWidth: Int?

  /// That of the process.
  static func process() -> CommandContext {
    let isTerminal = File.standardOutput().isTerminal
    return CommandContext(
      openOutput: { File.standardOutput() },
      say: { line in
        // If even this can't be written there is nobody to tell.
        try? File.standardError().write(Array((line + "\n").utf8).span)
      },
      environment: environment(),
      isTerminal: isTerminal, terminalWidth: isTerminal ? Terminal.width() : nil)
  }

  /// The variables that the command reads.
  private static func environment() -> [String: String] {
    var values: [String: String] = [:]
    for name in ["ASSETSTORE_FILE"] {
      if let value = unsafe getenv(name) { values[name] = unsafe String(cString: value) }
    }
    return values
  }

  /// Writes text to the output.
  func write(_ text: String) throws {
    try openOutput().write(Array(text.utf8).span)
  }

  /// The writer of a result in a format; table on a terminal and NDJSON elsewhere if none is asked for.
  func writer(_ format: OutputFormat?, csvSafe: Bool = false) throws -> any ResultWriter & ~Copyable
  {
    makeResultWriter(
      format ?? (isTerminal ? .table : .ndjson), to: OutputStream(try openOutput()),
      width: terminalWidth, csvSafe: csvSafe)
  }
}

private enum Terminal {
  /// What the terminal says, 80 if it says nothing.
  static func width() -> Int {
    var size = winsize()
    let code = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return code == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
