internal import AssetJSON
internal import Assets

extension RecordSink {
  /// A batch that is to be handed on now; nil if there is none yet.
  mutating func fullBatch() throws -> RecordBatch? {
    if let fault = router.fault { throw fault }
    while let records = router.ripe(atEnd: false) { try makeType(of: records) }
    guard let records = router.full ?? (held > Self.maxHeld ? router.largest : nil) else {
      return nil
    }
    router.full = nil
    return take(from: records)
  }

  /// At the end: what is left, one type after the other.
  mutating func lastBatch() throws -> RecordBatch? {
    if let fault = router.fault { throw fault }
    while let records = router.ripe(atEnd: true) { try makeType(of: records) }
    return router.largest.map { take(from: $0) }
  }

  /// Whether there are as many samples as it is worth looking at.
  var isSated: Bool { samples?.isFull == true }

  /// The records that are kept as they are, where no type is known for them.
  var samples: RecordSamples? { router.only?.samples }

  /// The types that were made on the way.
  var inferredTypes: [AssetType] { router.inferred }

  private mutating func makeType(of records: TypeRecords) throws {
    let count = records.samples?.samples.count ?? 0
    let kind = records.samples?.kinds.min() ?? ""
    guard let samples = try router.makeType(of: records) else {
      return skipped.add(foreign: "\(kind) (nothing tells one from another)", count: count)
    }
    var parser = JSONParser()
    for sample in samples {
      do {
        try parser.parse(text: sample.json) { tape in
          do throws(ValueFault) {
            try members.read(tape, record: JSONTape.root)
            try add(tape, at: JSONTape.root, from: sample.origin, to: records)
          } catch {
            try refusals.refuse(
              ValueFault(JSONTape.root, reason: error.reason, advice: error.advice), on: tape,
              at: JSONTape.root)
          }
        }
      } catch let fault as ValueFault {
        throw Fault(
          .input, what: source, why: "\(kind): \(fault.reason)", advice: fault.advice,
          place: sample.origin.place)
      }
    }
  }

  private mutating func take(from records: TypeRecords) -> RecordBatch {
    held -= records.batch.bytes.count
    return records.takeBatch(withRoom: router.only != nil)
  }

  /// So many bytes wait at most for their batches to be full.
  private static let maxHeld = 4 << 20
}
