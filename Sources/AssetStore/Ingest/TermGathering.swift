internal import AssetFiles
internal import AssetIndex
internal import Assets

/// Gathers the terms of a load's records, on a thread of its own: reading them, which takes longest, is done sooner, and
/// what can only be written behind the last record begins sooner.
struct TermGathering: Sendable {
  /// What is read.
  let batches: Monitor<Handover<RecordFeedItem>>
  /// Where the terms go to.
  let handover: Monitor<Handover<RecordFeedItem>>

  func add(_ item: Result<RecordFeedItem?, any Error>) { batches.withValue { $0.add(item) } }

  /// Whether there is more to be read for it, once there is room.
  var isWanted: Bool { batches.wait(until: \.isWanted) }

  func run(firstID: Int64) {
    do {
      guard try gatherAll(firstID: firstID) else { return }
      handover.withValue { $0.add(.success(nil)) }
    } catch {
      handover.withValue { $0.add(.failure(error)) }
    }
  }

  /// - Returns: false if nobody wants the rest: what was read was wrong, which has been told, or the run has ended.
  private func gatherAll(firstID: Int64) throws -> Bool {
    var terms = LoadTerms(firstID: firstID)
    while let item = nextItem() {
      switch item {
      case .success(.records(let batch, _)): try terms.add(batch)
      case .success(.some): continue
      case .failure: return false
      case .success(nil):
        while let gathered = terms.last() { guard handOn(gathered) else { return false } }
        return true
      }
      while let gathered = terms.next() { guard handOn(gathered) else { return false } }
    }
    return false
  }

  /// Nil once nobody asks for more.
  private func nextItem() -> Result<RecordFeedItem?, any Error>? {
    batches.withValue { $0.release() }
    return batches.wait { $0.isAbandoned ? .some(nil) : $0.take().map(Optional.some) }
  }

  /// - Returns: whether there is more wanted.
  private func handOn(_ gathered: GatheredTerms) -> Bool {
    handover.withValue { $0.add(.success(.terms(gathered))) }
    return handover.wait(until: \.isWanted)
  }
}
