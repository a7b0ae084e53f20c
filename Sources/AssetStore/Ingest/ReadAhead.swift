internal import AssetFiles
internal import Assets
internal import Synchronization

/// Reads inputs on a thread of its own, ahead of who writes them; of a load, another one gathers the terms. The threads
/// are gone before the value is.
struct ReadAhead: RecordFeed, ~Copyable {
  private let handover = Monitor(Handover<RecordFeedItem>(limit: 28 << 20))
  /// The batches of a load whose terms are still to be gathered.
  private let batches = Monitor(Handover<RecordFeedItem>(limit: 8 << 20))
  private let interruption: ReadInterruption
  private let reading: Reading
  /// From the first call for more on: before that nobody knows whether the terms are wanted.
  private var readingThread: WorkerThread?
  private var gatheringThread: WorkerThread?

  init(_ inputs: consuming RecordInputs) {
    interruption = inputs.interruption
    reading = Reading(inputs)
  }

  // The threads end at once, and their own values wait for that.
  deinit {
    for monitor in [handover, batches] { monitor.withValue { $0.isAbandoned = true } }
    interruption.interrupt()
  }

  mutating func next(loadsFrom firstID: Int64?, isCancelled: () -> Bool) throws -> RecordFeedItem? {
    if readingThread == nil { try start(loadsFrom: firstID) }
    handover.withValue { $0.release() }
    return try handover.wait { handover in
      guard !isCancelled() else { throw Fault.interruptedIngest }
      return handover.take()
    }.get()
  }

  private mutating func start(loadsFrom firstID: Int64?) throws {
    let (reading, handover) = (reading, handover)
    guard let firstID else {
      readingThread = try WorkerThread.start { reading.run(handover: handover) }
      return
    }
    let gathering = TermGathering(batches: batches, handover: handover)
    gatheringThread = try WorkerThread.start { gathering.run(firstID: firstID) }
    readingThread = try WorkerThread.start {
      reading.run(handover: handover, gathering: gathering)
    }
  }
}

/// What the reading thread does.
private final class Reading: Sendable {
  private let inputs: Mutex<RecordInputs>

  init(_ inputs: consuming RecordInputs) { self.inputs = Mutex(inputs) }

  /// - Parameter gathering: tells the end of it all, which comes behind the last terms.
  func run(handover: Monitor<Handover<RecordFeedItem>>, gathering: TermGathering? = nil) {
    inputs.withLock { inputs in
      while true {
        let item = Result { try inputs.next() }
        if let gathering {
          gathering.add(item)
          if case .success(nil) = item { return }
        }
        handover.withValue { $0.add(item) }
        guard case .success(.some) = item, handover.wait(until: \.isWanted),
          gathering?.isWanted ?? true
        else { return }
      }
    }
  }
}
