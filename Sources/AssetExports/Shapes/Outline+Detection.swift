internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension Outline {
  /// The outline of an object that wraps records; nil if it is a record itself.
  ///
  /// - Parameters:
  ///   - format: if given, only that one is looked for.
  ///   - guess: when an object with one list is taken for one that wraps records.
  init?(
    of tape: borrowing JSONTape, sink: inout RecordSink, format: ExportFormat?,
    guess: Guess = .byAll
  ) throws(ValueFault) {
    guard tape.kind(at: JSONTape.root) == .object else { return nil }
    let object = TapeObject(tape, at: JSONTape.root)
    if guess == .byAll, let fault = FailedAnswer.fault(of: tape, object: object) { throw fault }
    let found: Outline? =
      switch format {
      case .ddsql: try Self.ddsql(tape, object: object)
      case .cloudControl: Self.cloudControl(tape, object: object)
      case .config: Self.config(tape, object: object)
      case .cloudFormation: Self.cloudFormation(tape, object: object)
      case .terraform: try Self.terraform(tape, object: object)
      case .steampipe: Self.steampipe(tape, object: object)
      case .awsCLI: Self.reservations(tape, object: object)
      case nil: try Self.any(tape, object: object)
      case .json, .ndjson, .yaml, .cloudQuery, .csv, .tsv, .copy, .ddsqlCSV: nil
      }
    guard
      let outline = found
        ?? Self.singleList(tape, object: object, into: &sink, format: format, guess: guess)
    else {
      return nil
    }
    self = outline
  }

  /// What a guess has to go by.
  enum Guess {
    /// All of the object.
    case byAll
    /// Its beginning: what follows may be a field, or say what it is.
    case byBeginning
    /// It is a record unless it is known to wrap some.
    case never
  }

  private static func any(
    _ tape: borrowing JSONTape, object: TapeObject
  ) throws(ValueFault) -> Outline? {
    if let found = try ddsql(tape, object: object) { return found }
    if let found = try terraform(tape, object: object) ?? typedList(tape, object: object) {
      return found
    }
    if let found = rows(tape, object: object) ?? groups(tape, object: object) ?? found(
      tape, object: object)
      ?? besideTags(tape, object: object) ?? tagRows(tape, object: object)
      ?? findings(tape, object: object)
    {
      return found
    }
    return agentAnswer(tape, object: object) ?? cloudControl(tape, object: object) ?? config(
      tape, object: object)
      ?? cloudFormation(tape, object: object)
      ?? steampipe(tape, object: object) ?? reservations(tape, object: object)
  }

  /// Any object with one list of objects and no member that is a field, `{"Items": […], "NextToken": …}`, or with
  /// nothing but an object, `{"cluster": {…}}`.
  private static func singleList(
    _ tape: borrowing JSONTape, object: TapeObject, into sink: inout RecordSink,
    format: ExportFormat?, guess: Guess
  ) -> Outline? {
    guard format?.mayHaveList != false, guess != .never else { return nil }
    var (lists, empty, objects) = (
      [TapeObject.Member](), [TapeObject.Member](), [TapeObject.Member]()
    )
    for member in object.members {
      guard !sink.isField(member.name.span) else { return nil }
      if tape.isListOfObjects(member.value) {
        let isEmpty = !tape.hasValue(at: tape.firstChild(of: member.value))
        // Of the only element the beginning may show a part.
        if guess == .byBeginning, !tape.hasSecondElement(member.value) { return nil }
        if isEmpty { empty.append(member) } else { lists.append(member) }
      } else if member.kind != .null, !member.isOfEnvelope {
        if member.kind == .object { objects.append(member) }
        // What no type is known to have may be a field all the same.
        let isAmongOthers = object.members.count > 1
        if sink.router.knowsNoFields, isAmongOthers, member.kind != .object,
          !tape.isListOfNames(member.value)
        {
          return nil
        }
      }
    }
    if guess == .byAll, objects.isEmpty, let found = several(tape, lists: lists, sink: sink) {
      return found
    }
    guard lists.count < 2 else { return nil }
    let single = guess == .byAll && objects.count == 1 ? objects.first : nil
    if lists.isEmpty, let single, let found = countedList(tape, member: single) { return found }
    if sink.router.knowsNoFields, !lists.isEmpty, !objects.isEmpty { return nil }
    let list =
      lists.first ?? single ?? (empty.count == 1 ? empty.first : empty.first { !$0.isOfEnvelope })
    return list.map {
      var outline = Outline(
        format: format ?? .awsCLI, shape: .plain, steps: [Step(0, named: $0.name, as: .records)])
      outline.isGuess = true
      return outline
    }
  }
}

extension ExportFormat {
  /// Whether its records may stand in the one list of an object.
  fileprivate var mayHaveList: Bool {
    switch self {
    case .json, .ndjson, .yaml, .awsCLI, .cloudQuery, .steampipe: true
    default: false
    }
  }
}
