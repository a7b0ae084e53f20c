internal import Synchronization

/// Work on a thread of its own, and what comes of it. The thread is gone before the value is.
package struct ParallelWork<Value: Sendable>: ~Copyable {
  private let outcome: Outcome<Value>
  private var thread: WorkerThread?

  package static func start(
    _ body: @escaping @Sendable () throws -> Value
  ) throws -> ParallelWork {
    let outcome = Outcome<Value>()
    let thread = try WorkerThread.start {
      let result = Result { try body() }
      outcome.result.withLock { $0 = result }
    }
    return ParallelWork(outcome: outcome, thread: thread)
  }

  private init(outcome: Outcome<Value>, thread: consuming WorkerThread) {
    self.outcome = outcome
    self.thread = consume thread
  }

  /// Waits for the work to be done.
  package mutating func value() throws -> Value {
    // The thread's own value waits for it.
    thread = nil
    guard let result = outcome.result.withLock({ $0 }) else { preconditionFailure("it is done") }
    return try result.get()
  }
}

private final class Outcome<Value: Sendable>: Sendable {
  let result = Mutex<Result<Value, any Error>?>(nil)
}
