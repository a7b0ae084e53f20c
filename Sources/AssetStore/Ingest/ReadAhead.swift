internal import AssetFiles
internal import Assets
internal import Synchronization

/// Reads inputs on a thread of its own, ahead of who writes them. The thread is gone before the value is.
struct ReadAhead: RecordFeed, ~Copyable {
  private let handover = Monitor(Handover())
  private let interruption: ReadInterruption
  private let reading: Reading
  /// From the first call for more on: before that nobody knows whether the terms are wanted.
  private var thread: WorkerThread?

  init(_ inputs: consuming RecordInputs) {
    interruption = inputs.interruption
    reading = Reading(inputs, handover: handover)
  }

  // The thread ends at once, and its own value waits for that.
  deinit {
    handover.withValue { $0.isAbandoned = true }
    interruption.interrupt()
  }

  mutating func next(loadsFrom firstID: Int64?, isCancelled: () -> Bool) throws -> RecordFeedItem? {
    if thread == nil {
      let reading = reading
      thread = try WorkerThread.start { reading.run(loadsFrom: firstID) }
    }
    handover.withValue { $0.release() }
    return try handover.wait { handover in
      guard !isCancelled() else { throw Fault.interruptedIngest }
      return handover.take()
    }.get()
  }
}

/// What the thread does.
private final class Reading: Sendable {
  private let inputs: Mutex<RecordInputs>
  private let handover: Monitor<Handover>

  init(_ inputs: consuming RecordInputs, handover: Monitor<Handover>) {
    self.inputs = Mutex(inputs)
    self.handover = handover
  }

  func run(loadsFrom firstID: Int64?) {
    inputs.withLock { inputs in
      while true {
        let item = Result { try inputs.next(loadsFrom: firstID) }
        handover.withValue { $0.add(item) }
        guard case .success(.some) = item else { return }
        let isWanted = handover.wait { $0.isAbandoned ? false : $0.hasRoom ? true : nil }
        guard isWanted else { return }
      }
    }
  }
}
