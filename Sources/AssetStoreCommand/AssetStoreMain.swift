internal import AssetFormats

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
    exit(AssetStoreCommand.run(Array(CommandLine.arguments.dropFirst()), in: .process()))
  }
}
