#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

@main
enum AssetStoreMain {
  static func main() {
    // A closed pipe or a file that may grow no further is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Cancellation.watch()
    // What is made along the way (journals, temporary files) is nobody else's either.
    umask(0o077)
    let context = CommandContext.process()
    guard areArgumentsText else {
      // Swift would put other characters in place, and the answer would be to another question.
      context.say("error: usage: an argument is no UTF-8; check the terminal's encoding")
      exit(64)
    }
    exit(AssetStoreCommand.run(Array(CommandLine.arguments.dropFirst()), in: context))
  }

  private static var areArgumentsText: Bool {
    (0..<Int(CommandLine.argc)).allSatisfy { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return true }
      return unsafe String(validatingCString: argument) != nil
    }
  }
}
