internal import AssetJSON
internal import Assets

/// Turns the values of an export into records: knows which of them wrap records, and what form those have.
struct Interpreter: ~Copyable {
  var sink: RecordSink
  let format: ExportFormat?
  let path: String?

  private var hasBegun = false
  /// The format of the first value; nil if it could be any tool's.
  private(set) var found: ExportFormat?
  /// The form of records that stand by themselves.
  private var shape = RecordShape.plain
  /// What wraps the records that come now; nil if they stand by themselves.
  var outline: Outline?
  /// What it says of records that the export lacks.
  var moreToCome = MoreToCome()
  /// Whether an object that was read says that there is more than the export holds.
  var saysMore: Bool { sink.isPartial || moreToCome.isSaid || isCutOff }
  /// The members beside the records that are lost.
  var besides: [[UInt8]] = []
  /// How many records that has had.
  var countInObject = 0
  /// Whether the way that the outline says has led to records, or to an empty list of them.
  var hasReachedRecords = false
  var readers = RecordShapeReaders()

  init(_ sink: consuming RecordSink, format: ExportFormat?, path: String?) {
    self.sink = sink
    self.format = format
    self.path = path
  }

  /// Maps all records of a value that stands by itself: it is one, or wraps some.
  mutating func read(_ tape: borrowing JSONTape, at place: Place) throws(ValueFault) {
    let followsRecord = hasBegun && outline == nil
    let found: Outline?
    do throws(ValueFault) {
      found = try findOutline(tape)
    } catch {
      // What it says of the export is said of one record where others have come before.
      guard followsRecord else { throw error }
      return try sink.refusals.refuse(error, on: tape, at: JSONTape.root)
    }
    guard let outline = found else {
      return try take(tape, at: JSONTape.root, from: RecordOrigin(place), shape: shape)
    }
    enter(outline)
    guard !outline.isWhole else {
      try noteMembers(of: tape, outline: outline)
      return try readers.reader(of: outline.shape)
        .take(tape, at: JSONTape.root, from: RecordOrigin(place), into: &sink)
    }
    try noteMembers(of: tape, outline: outline)
    var places = PartPlaces(from: place)
    try walk(tape, at: JSONTape.root, as: .level(0), outline: outline, places: &places)
    leave()
    if !hasReachedRecords, let missedPath { throw ValueFault(JSONTape.root, reason: missedPath) }
  }

  /// The outline of an object that wraps records, or of the beginning of one; nil if it is a record.
  ///
  /// - Parameter guess: `.byAll` if it is the whole object.
  mutating func findOutline(
    _ tape: borrowing JSONTape, guess: Outline.Guess = .byAll
  ) throws(ValueFault) -> Outline? {
    if let path { return Outline(path: path, format: format) }
    // A record after a record: the first member that is a field tells.
    if hasBegun, outline == nil, sink.hasField(tape) { return nil }
    outline = try Outline(of: tape, sink: &sink, format: format, guess: guess)
    if outline == nil, guess != .byAll { return nil }
    if outline == nil, !hasBegun, format == nil, sink.router.only == nil,
      let fault = Outline.faultOfNames(tape, object: TapeObject(tape, at: JSONTape.root))
    {
      throw fault
    }
    if !hasBegun {
      hasBegun = true
      shape = RecordShape(of: tape, format: format)
      found = format ?? ExportFormat(ofRecord: tape, shape: shape)
    }
    found = found ?? outline?.format
    if outline == nil, let format, format.isWrapped {
      throw ValueFault(
        JSONTape.root, reason: "this is not \(format.summary)",
        advice: "leave --format out to have the format found, or see: assetstore formats")
    }
    return outline
  }
}

extension ExportFormat {
  /// Whether its records never stand by themselves.
  fileprivate var isWrapped: Bool {
    self == .ddsql || self == .cloudFormation || self == .terraform
  }

  /// The format of an input whose first value is this record; nil if the record could be any tool's.
  fileprivate init?(ofRecord tape: borrowing JSONTape, shape: RecordShape) {
    switch shape {
    case .cloudControl: self = .cloudControl
    case .configItem: self = .config
    default:
      let isCloudQuery = TapeObject(tape, at: JSONTape.root).members.contains {
        $0.isNamed("_cq_id") || $0.isNamed("_cq_sync_time")
      }
      guard isCloudQuery else { return nil }
      self = .cloudQuery
    }
  }
}

extension RecordShape {
  /// The form of a record that stands by itself.
  fileprivate init(of tape: borrowing JSONTape, format: ExportFormat?) {
    guard format == nil else {
      self.init(ofSingle: format)
      return
    }
    let object = TapeObject(tape, at: JSONTape.root)
    let isItem =
      object.member("resourcetype", kind: .string) != nil
      && (object.member("configurationitemstatus", kind: .string) != nil
        || object.member("configurationitemcapturetime", kind: .string) != nil)
    if isItem {
      self = .configItem
    } else if object.member("identifier", kind: .string) != nil,
      object.member("properties", kind: .string) != nil, object.members.count == 2
    {
      self = .cloudControl
    } else if TagRows.isRow(object) {
      self = .tagRows
    } else {
      self = .plain
    }
  }
}
