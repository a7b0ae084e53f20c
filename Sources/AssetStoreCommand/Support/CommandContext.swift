internal import AssetFiles
internal import AssetJSON
internal import AssetOutput
internal import Assets

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
  /// Takes text for the user as it is, to draw in a line of the terminal.
  var sayInPlace: (String) -> Void
  /// The value of a variable of the environment; nil if it has none.
  var environment: (String) -> String?
  /// Whether the output is a terminal.
  var isTerminal: Bool
  /// Whether what is said goes to a terminal that can be drawn on.
  var isErrorTerminal: Bool
  /// How many columns it has.
  var terminalWidth: Int?

  /// That of the process.
  static func process() -> CommandContext {
    let isTerminal = File.standardOutput().isTerminal
    // If even this can't be written there is nobody to tell.
    let say = { (text: String) in _ = try? File.standardError().write(Array(text.utf8).span) }
    // One by one: the runtime takes longer to make a type for a dictionary of them than to find two.
    let environment = { (name: String) in
      unsafe getenv(name).map { unsafe String(cString: $0) }
    }
    return CommandContext(
      openOutput: { File.standardOutput(isCancelled: { Cancellation.isCancelled }) },
      say: { say($0 + "\n") }, sayInPlace: say,
      environment: environment, isTerminal: isTerminal,
      isErrorTerminal: File.standardError().isTerminal && environment("TERM") != "dumb",
      terminalWidth: isTerminal ? Terminal.width() : nil)
  }

  /// Writes text to the output.
  func write(_ text: String) throws {
    try openOutput().write(Array(text.utf8).span)
  }

  /// Writes the report of what is done.
  ///
  /// - Parameter done: what is so, whether or not the report can be written.
  func write(_ report: JSONValue, of done: String) throws {
    do {
      try write(report.shownText + "\n")
    } catch let error as Errno where !error.isClosedPipe {
      let cause = error.fault("standard output")
      var fault = Fault(
        cause.kind, what: cause.what, why: "\(cause.why), so the report is lost; \(done)",
        advice: "there is no need to run it again")
      fault.isDone = true
      throw fault
    }
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
