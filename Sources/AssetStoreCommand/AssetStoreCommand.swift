internal import ArgumentParser
internal import AssetFiles
internal import Assets

/// The command `assetstore`.
struct AssetStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assetstore",
    abstract: "An organisation's cloud assets in one file.",
    discussion: """
      Feed it the exports you have, ask it by account, by tag or by anything else, and hand it on as one verified file.

      The store is --store FILE, else $ASSETSTORE_FILE, else assets.db in the working folder.

      Exit codes: 0 done; 1 a negative answer that was asked for, or done but for records that were rejected; 64 usage; 65 the input was refused, and nothing was taken; 66 no such file, store or type; 70 a fault of the program; 73 would overwrite; 74 I/O; 75 busy; 76 refused by a guard; 78 the store's schema is too old or too new; 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      Ingest.self, QueryCommand.self, HistoryCommand.self, DiffCommand.self,
      CoverageCommand.self, DeleteCommand.self,
      UndoCommand.self, Prune.self, SQLCommand.self, Lint.self, Export.self, Backup.self,
      Verify.self,
      Restore.self, Info.self, Types.self, Formats.self, Runs.self, Migrate.self, Reindex.self,
    ])
}

extension AssetStoreCommand {
  /// Runs the command with these arguments; its exit code.
  static func run(_ arguments: [String], in context: CommandContext) -> Int32 {
    let arguments = CommandArguments.normalized(arguments)
    do {
      try perform(ExplainTarget.joined(arguments), in: context)
      return 0
    } catch {
      return report(error, arguments: arguments, in: context)
    }
  }

  private static func perform(_ arguments: [String], in context: CommandContext) throws {
    if let question = question(arguments) { return try question.run(in: context) }
    if let own = subcommand(arguments) { return try own.run(in: context) }
    var command = try parseAsRoot(arguments)
    guard let own = command as? any StoreCommand else {
      // Help is a command of the argument parser's own, which throws its text.
      return try command.run()
    }
    try own.run(in: context)
  }

  /// What a usual line asks that is to be answered at once; nil for what the parser is to read.
  private static func question(_ arguments: [String]) -> (any DirectQuestion)? {
    switch arguments.first {
    case "query": QueryQuestion(usual: arguments.dropFirst())
    case "sql": SQLQuestion(usual: arguments.dropFirst())
    default: nil
    }
  }

  /// The subcommand that the first argument names, parsed by itself: to parse the root too, which has no options, is a
  /// tenth of a start. Nil for whatever is to be told about the arguments, which the root does best.
  private static func subcommand(_ arguments: [String]) -> (any StoreCommand)? {
    guard let name = arguments.first else { return nil }
    let named = configuration.subcommands.first { $0.configuration.commandName == name }
    return try? named?.parseAsRoot(Array(arguments.dropFirst())) as? any StoreCommand
  }

  private static func report(
    _ error: any Error, arguments: [String], in context: CommandContext
  ) -> Int32 {
    switch error {
    case is NegativeAnswer: return NegativeAnswer.exitCode
    case let run as IncompleteRun: return run.exitCode
    // Whoever reads has read enough.
    case let error as Errno where error.isClosedPipe: return 0
    case let error as Errno:
      return tell(error.fault("standard output"), arguments: arguments, in: context)
    case let fault as Fault: return tell(fault, arguments: arguments, in: context)
    default: return reportParsing(error, arguments: arguments, in: context)
    }
  }

  /// What the argument parser throws: a fault of usage, or the text of --help and --version.
  private static func reportParsing(
    _ error: any Error, arguments: [String], in context: CommandContext
  ) -> Int32 {
    switch exitCode(for: error) {
    case .success:
      do { try context.write(fullMessage(for: error) + "\n") } catch { return 74 }
      return 0
    case .validationFailure:
      let text = message(for: error).split(separator: "\n").joined(separator: " ")
      let why = text.hasSuffix(".") ? String(text.dropLast()) : text
      let names = Set(configuration.subcommands.map { $0._commandName })
      let advice = ["see: assetstore help"] + arguments.filter(names.contains).prefix(1)
      return tell(
        Fault(.usage, what: "usage", why: why, advice: advice.joined(separator: " ")),
        arguments: arguments, in: context)
    default:
      let why = message(for: error)
      return tell(Fault(.program, what: "assetstore", why: why), arguments: arguments, in: context)
    }
  }

  private static func tell(
    _ fault: Fault, arguments: [String], in context: CommandContext
  ) -> Int32 {
    // Asked of the arguments themselves: the fault may be that they can't be parsed.
    let isJSON =
      arguments.contains("--error-format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--error-format" && $1 == "json" }
    context.say(fault.report(isJSON ? .json : .text))
    return fault.kind.exitCode
  }
}
