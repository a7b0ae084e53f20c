internal import CAssetSQLite

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Connection {
  /// How long a statement waits for a lock that another connection holds before it fails with `.busy`. It fails at once
  /// when the connection is asked to stop.
  package func setBusyTimeout(milliseconds: Int) throws(SQLiteError) {
    let patience = Patience(.milliseconds(max(0, milliseconds)), of: owner)
    // The owner keeps it as long as SQLite may ask it.
    owner.patience = patience
    try check(
      unsafe sqlite3_busy_handler(
        owner.raw,
        { context, count in
          guard let context = unsafe context else { return 0 }
          let patience = unsafe Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue()
          return patience.waits(again: count > 0) ? 1 : 0
        }, Unmanaged.passUnretained(patience).toOpaque()))
  }
}

/// Waits for locks, a little longer each time.
final class Patience {
  private let timeout: Duration
  private weak var owner: ConnectionOwner?
  private var start = ContinuousClock.now
  private var pause = Duration.milliseconds(1)

  init(_ timeout: Duration, of owner: ConnectionOwner) {
    self.timeout = timeout
    self.owner = owner
  }

  /// Whether to try once more, after a pause.
  ///
  /// - Parameter again: whether the same lock has been waited for before.
  fileprivate func waits(again: Bool) -> Bool {
    if !again {
      start = .now
      pause = .milliseconds(1)
    }
    let left = timeout - (.now - start)
    guard left > .zero, owner?.question?.ask() != true else { return false }
    let microseconds = min(pause, left) / .microseconds(1)
    _ = usleep(UInt32(max(1, microseconds)))
    pause = min(pause * 2, .milliseconds(50))
    return true
  }
}
