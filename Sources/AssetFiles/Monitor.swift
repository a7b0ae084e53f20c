#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A value that threads share, and can wait for to change.
///
/// Safe to share: the value is only touched by who holds the mutex, and both pointers are private and live as long as
/// the object.
@safe package final class Monitor<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(change, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(change)
    unsafe pthread_mutex_destroy(mutex)
    unsafe change.deallocate()
    unsafe mutex.deallocate()
  }

  /// Lends the value, and lets the others know that it has changed.
  package func withValue<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try wait { try body(&$0) }
  }

  /// Lends the value until the body gives something: after each change, and every 50 ms for what has no part in it.
  package func wait<Result>(until body: (inout Value) throws -> Result?) rethrows -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      unsafe pthread_cond_broadcast(change)
      unsafe pthread_mutex_unlock(mutex)
    }
    while true {
      if let result = try body(&value) { return result }
      var deadline = timespec.now(plusNanoseconds: 50_000_000)
      unsafe pthread_cond_timedwait(change, mutex, &deadline)
    }
  }
}

extension timespec {
  /// A moment of the clock that condition variables go by.
  fileprivate static func now(plusNanoseconds count: Int) -> timespec {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let nanoseconds = time.tv_nsec + count
    time.tv_sec += nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
  }
}
