internal import Synchronization

/// When a query has to be done.
final class SQLDeadline: Sendable {
  private let limit: Duration?
  /// Whether the user asks to stop.
  let isCancelled: @Sendable () -> Bool
  private let state: Mutex<State>

  private struct State {
    var end: ContinuousClock.Instant?
    var hasPassed = false
  }

  init(_ limit: Duration?, isCancelled: @escaping @Sendable () -> Bool) {
    self.limit = limit
    self.isCancelled = isCancelled
    state = Mutex(State(end: limit.map { ContinuousClock.now.advanced(by: $0) }))
  }

  /// Whether to stop, because the time is over or because the user asks for it.
  func isOver() -> Bool { isCancelled() || hasPassed() }

  /// Whether the time is over. Once it is, it stays so.
  func hasPassed() -> Bool {
    state.withLock { state in
      if !state.hasPassed, let end = state.end { state.hasPassed = ContinuousClock.now >= end }
      return state.hasPassed
    }
  }

  /// Runs what does not count.
  func paused(_ body: () throws -> Void) rethrows {
    guard limit != nil else { return try body() }
    let start = ContinuousClock.now
    try body()
    let taken = ContinuousClock.now - start
    state.withLock { state in state.end = state.end?.advanced(by: taken) }
  }
}
