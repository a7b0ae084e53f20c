internal import AssetFaults

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A thread that does one thing. The value goes away only when that is done.
///
/// Safe to hold: the pointer is private, and lives as long as the value.
@safe package struct WorkerThread: ~Copyable {
  private let thread: UnsafeMutablePointer<ThreadName>

  package static func start(_ body: @escaping @Sendable () -> Void) throws -> WorkerThread {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    unsafe pthread_attr_init(attributes)
    defer {
      unsafe pthread_attr_destroy(attributes)
      unsafe attributes.deallocate()
    }
    // As a main thread has it. Some systems give others far less, and what is nested is read by recursion.
    unsafe pthread_attr_setstacksize(attributes, 8 << 20)
    let thread = UnsafeMutablePointer<ThreadName>.allocate(capacity: 1)
    let work = unsafe Unmanaged.passRetained(Work(body))
    let code = unsafe pthread_create(
      thread, attributes,
      { work in
        unsafe run(work)
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      unsafe thread.deallocate()
      throw Fault(
        .io, what: "a thread", why: "\(Errno(code: code))", advice: "let other programs end first")
    }
    return unsafe WorkerThread(thread: thread)
  }

  deinit {
    unsafe join(thread)
    unsafe thread.deallocate()
  }
}

/// Keeps the Swift side of a thread.
private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

// Systems differ in whether the pointer that a thread gets is optional.
private func run(_ work: UnsafeMutableRawPointer?) {
  guard let work = unsafe work else { return }
  unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
}

#if canImport(Darwin)
  private typealias ThreadName = pthread_t?

  private func join(_ thread: UnsafeMutablePointer<ThreadName>) {
    if let thread = unsafe thread.pointee { unsafe pthread_join(thread, nil) }
  }
#else
  private typealias ThreadName = pthread_t

  private func join(_ thread: UnsafeMutablePointer<ThreadName>) {
    unsafe pthread_join(thread.pointee, nil)
  }
#endif
