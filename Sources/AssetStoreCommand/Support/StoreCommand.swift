internal import ArgumentParser

/// A subcommand: options in, one call to the library, one value out.
///
/// Its configuration states its name. Where it doesn't, the parser makes one of the type's, for which the runtime looks
/// through all conformances of the program: measured, ten of those are a fifth of a start.
protocol StoreCommand: ParsableCommand {
  func run(in context: CommandContext) throws
}

extension StoreCommand {
  func run() throws { try run(in: .process()) }
}
