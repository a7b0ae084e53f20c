internal import AssetJSON
internal import Assets

/// Takes the records of an input: finds out of which type each is, and maps it to that type's fields.
struct RecordSink: ~Copyable {
  let types: RecordTypes
  var router: KindRouter
  var members = RecordMembers()
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
  var skipped = SkippedRecords()
  /// How many bytes of the batches have not been handed on.
  var held = 0

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
        skipped.add(foreign: name)
        return nil
      }
    }
    let isForeign = surroundings.list.map { router.isForeign(list: $0) } ?? false
    if !isForeign,
      let records = router.only ?? router.guess(tape, record: index, surroundings: surroundings)
    {
      return records
    }
    skipped.add(
      foreign: surroundings.list.map { String(decoding: $0, as: UTF8.self) }
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

  mutating func add(
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
