internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Whether the user has asked to stop.
enum Cancellation {
  private static let isAsked = Atomic(false)

  static var isCancelled: Bool { isAsked.load(ordering: .relaxed) }

  /// From now on Ctrl-C asks; a second one ends the process at once, which costs nothing either: the next command
  /// rolls back what was begun.
  static func watch() {
    signal(SIGINT) { _ in
      if Cancellation.isAsked.exchange(true, ordering: .relaxed) { _exit(130) }
    }
  }
}
