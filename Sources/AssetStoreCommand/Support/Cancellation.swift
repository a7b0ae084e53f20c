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

  /// From now on Ctrl-C, or a request to terminate, asks; a second one ends the process at once, which costs nothing either: the next command
  /// rolls back what was begun.
  static func watch() {
    let handler: @convention(c) (Int32) -> Void = { _ in
      if Cancellation.isAsked.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    // Without SA_RESTART, so that a wait for input ends.
    var action = sigaction()
    #if canImport(Darwin)
      unsafe action.__sigaction_u.__sa_handler = handler
    #else
      unsafe action.__sigaction_handler.sa_handler = handler
    #endif
    // Who started this process may have blocked them, as a thread of a pool does, and that is inherited.
    var asked = sigset_t()
    unsafe sigemptyset(&asked)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaction(number, &action, nil)
      unsafe sigaddset(&asked, number)
    }
    unsafe pthread_sigmask(SIG_UNBLOCK, &asked, nil)
  }
}
