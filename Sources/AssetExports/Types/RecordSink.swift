internal import AssetJSON
internal import Assets

/// Takes the records of an input: finds out of which type each is, and maps it to that type's fields.
struct RecordSink: ~Copyable {
  let types: RecordTypes
  private(set) var router: KindRouter
  private var members = RecordMembers()
  private var kinds = KindReader()
  /// What stands around the records that come now.
  var surroundings = Surroundings()
  var refusals: Refusals
  var warnings = Warnings()
  /// What the input is called.
  var source = ""
  /// Whether the input says that there is more than it holds.
  var isPartial = false
  var spelling = ValueSpelling() { didSet { router.spelling = spelling } }
  /// How many records were of types that are not taken, by what they were.
  private(set) var foreign: [String: Int] = [:]
  /// How many were no assets that there are: deleted, replaced, or no resources.
  private(set) var passedOver: [String: Int] = [:]
  /// How many bytes of the batches have not been handed on.
  private var held = 0

  init(_ types: RecordTypes, keepsRefusals: Bool) throws {
    self.types = types
    router = try KindRouter(types)
    refusals = Refusals(areKept: keepsRefusals)
  }

  /// Reads the members of a record.
  mutating func read(_ tape: borrowing JSONTape, at index: Int) throws(ValueFault) {
    try requireRoom(index)
    try members.read(tape, record: index)
  }

  /// Where on the tape a member of the record that has been read is that may say what it is; nil if it has none.
  func value(of tell: RecordMembers.Tell) -> Int? { members.value(of: tell) }

  /// Takes the record that has been read, whose members are its fields.
  mutating func takeRead(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin
  ) throws(ValueFault) {
    var origin = origin
    guard let records = try target(tape, at: index, from: &origin) else { return }
    try add(tape, at: index, from: origin, to: records)
  }

  /// The type of the record whose members have been read; nil if it is not taken, and has been counted.
  private mutating func target(
    _ tape: borrowing JSONTape, at index: Int, from origin: inout RecordOrigin
  ) throws(ValueFault) -> TypeRecords? {
    let isOwn = members.value(of: .ownType) != nil
    if kinds.read(tape, members: members), isOwn || !router.takesAnyKind {
      if origin.source == .plain { origin.source = kinds.source }
      switch router.route(ofKind: kinds.kind, isOwn: isOwn) {
      case .taken(let records): return records
      case .foreign(let name):
        skip(name)
        return nil
      }
    }
    let isForeign = surroundings.list.map { router.isForeign(list: $0) } ?? false
    if !isForeign,
      let records = router.only ?? router.guess(tape, record: index, surroundings: surroundings)
    {
      return records
    }
    skip(
      surroundings.list.map { String(decoding: $0, as: UTF8.self) }
        ?? "(records that do not say what they are)")
    return nil
  }

  /// The type of a record that its export names; nil if it is not taken, which the caller counts.
  mutating func records(ofKind name: Span<UInt8>) -> TypeRecords? {
    if case .taken(let records) = router.route(ofKind: Array(copying: name), isOwn: false) {
      records
    } else {
      nil
    }
  }

  /// Takes a record that has been put together; its faults are where its parts come from.
  mutating func take(
    _ builder: borrowing TapeBuilder, from origin: RecordOrigin, to records: TypeRecords?
  ) throws(ValueFault) {
    try requireRoom(JSONTape.root)
    try builder.withTape { built throws(ValueFault) in
      do throws(ValueFault) {
        try members.read(built, record: JSONTape.root)
        if let records {
          try add(built, at: JSONTape.root, from: origin, to: records)
        } else {
          try takeRead(built, at: JSONTape.root, from: origin)
        }
      } catch {
        refusals.note(built: built)
        throw ValueFault(built.offset(of: error.index), reason: error.reason, advice: error.advice)
      }
    }
  }

  private mutating func add(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin, to records: TypeRecords
  ) throws(ValueFault) {
    let before = records.batch.bytes.count
    do throws(ValueFault) {
      try records.add(
        tape, record: index, members: members, from: origin, surroundings: surroundings)
    } catch {
      records.rejected += 1
      throw error
    }
    held += records.batch.bytes.count - before
    if records.batch.isFull { router.full = records }
  }

  /// What a parsed value says once, such as a resource's name, each of its records may repeat: this is where that ends.
  private static let maxBytes = 128 << 20

  private func requireRoom(_ index: Int) throws(ValueFault) {
    guard held + refusals.bytes < Self.maxBytes else {
      throw ValueFault(
        index, reason: "the records of one value take more than \(Self.maxBytes >> 20) MiB",
        advice: "split the export")
    }
  }
}

extension RecordSink {
  /// Counts records that are of types that are not taken.
  mutating func skip(_ what: String, count: Int = 1) {
    Self.count(what, count: count, counts: &foreign)
  }

  /// Counts records that are no assets that there are.
  mutating func passOver(_ what: String, count: Int = 1) {
    Self.count(what, count: count, counts: &passedOver)
  }

  private static func count(_ what: String, count: Int, counts: inout [String: Int]) {
    // So many different ones that only an attack has them are counted together.
    let what = what.shortened(toScalars: 200)
    let isKnown = counts[what] != nil || counts.count < 1_000
    counts[isKnown ? what : "(others)", default: 0] += count
  }

  /// Whether an object with a member of that name is a record, and wraps none.
  mutating func isField(_ name: Span<UInt8>) -> Bool {
    router.knowsNoFields
      ? router.only == nil && router.isField(name) || RecordMembers.isTelling(name)
      : router.isField(name)
  }

  /// Whether the value is an object with a member that is a field.
  mutating func hasField(_ tape: borrowing JSONTape) -> Bool {
    guard tape.kind(at: JSONTape.root) == .object else { return false }
    var key = tape.firstChild(of: JSONTape.root)
    while tape.hasValue(at: key) {
      if tape.withBytes(at: key, body: { isField($0) }) { return true }
      key = tape.index(after: tape.index(after: key))
    }
    return false
  }

  /// Whether a table's column of that name may be a field.
  func knowsColumn(_ name: Span<UInt8>) -> Bool {
    if router.only?.samples != nil { return name.count > 0 }
    return router.only?.isField(name) ?? RecordMembers.isTelling(name)
  }

  /// Whether the field of that name holds timestamps.
  func holdsTime(_ name: Span<UInt8>) -> Bool {
    guard let records = router.only,
      case .field(let field, _, _) = records.meaning(of: name, from: .ddsql)
    else { return false }
    return records.type.fields[field].dataType == .timestamp
  }

  /// A batch that is to be handed on now; nil if there is none yet.
  mutating func fullBatch() throws -> RecordBatch? {
    while let records = router.ripe(atEnd: false) { try makeType(of: records) }
    guard let records = router.full ?? (held > Self.maxHeld ? router.largest : nil) else {
      return nil
    }
    router.full = nil
    return take(from: records)
  }

  /// At the end: what is left, one type after the other.
  mutating func lastBatch() throws -> RecordBatch? {
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
      return skip("\(kind) (nothing tells one from another)", count: count)
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

  /// How many records had a member that is no field, by the member's name.
  var extraFields: [String: Int] {
    router.open.reduce(into: [:]) { counts, records in
      counts.merge(records.mapper.finder.extras.counts(members.names), uniquingKeysWith: +)
    }
  }

  /// How many values are kept as digests only, by what was asked for.
  var redacted: [String: Int] {
    router.open.reduce(into: [:]) { counts, records in
      counts.merge(records.mapper.redaction?.counts ?? [:], uniquingKeysWith: +)
    }
  }

  /// What was odd about the records.
  var allWarnings: Warnings {
    var all = warnings
    for records in router.open { all.merge(records.mapper.allWarnings) }
    return all
  }
}
