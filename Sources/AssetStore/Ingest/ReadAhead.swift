internal import AssetFormats
internal import Assets
internal import Synchronization

/// Reads inputs on a thread of its own, ahead of who writes them. The thread is gone before the value is.
struct ReadAhead: RecordFeed, ~Copyable {
  private let handover: Monitor<Handover>
  private let interruption: ReadInterruption
  private let thread: WorkerThread

  static func start(_ inputs: consuming RecordInputs) throws -> ReadAhead {
    let handover = Monitor(Handover())
    let interruption = inputs.interruption
    let reading = Reading(inputs, handover)
    let thread = try WorkerThread.start { reading.run() }
    return ReadAhead(handover: handover, interruption: interruption, thread: thread)
  }

  // The thread ends at once, and its own value waits for that.
  deinit {
    handover.withValue { $0.isAbandoned = true }
    interruption.interrupt()
  }

  mutating func next(wantsTerms: Bool, isCancelled: () -> Bool) throws -> RecordFeedItem? {
    handover.withValue { handover in
      handover.wantsTerms = wantsTerms
      handover.release()
    }
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

  init(_ inputs: consuming RecordInputs, _ handover: Monitor<Handover>) {
    self.inputs = Mutex(inputs)
    self.handover = handover
  }

  func run() {
    inputs.withLock { inputs in
      while true {
        let wantsTerms = handover.withValue { $0.wantsTerms }
        let item = Result { try inputs.next(withTerms: wantsTerms) }
        handover.withValue { $0.add(item) }
        guard case .success(.some) = item else { return }
        let isWanted = handover.wait { $0.isAbandoned ? false : $0.hasRoom ? true : nil }
        guard isWanted else { return }
      }
    }
  }
}
