internal import AssetJSON
internal import Assets

/// The records of one type, while an input is read.
final class TypeRecords {
  var mapper: RecordMapper
  private(set) var batch: RecordBatch
  /// The records, while it is not known of what type they are.
  var samples: RecordSamples?
  /// The field that holds the asset's own identifier.
  private(set) var ownIdentifier: Int?
  private(set) var isIdentifiedByARN: Bool
  /// How many were refused.
  var rejected = 0

  /// - Parameter isOnly: whether no records of other types are expected.
  init(_ type: AssetType, in context: MappingContext, isStrict: Bool, isOnly: Bool) {
    mapper = RecordMapper(type, in: context, isStrict: isStrict)
    batch = RecordBatch(of: type, withRoom: isOnly)
    ownIdentifier = type.ownIdentifier
    isIdentifiedByARN = type.isIdentifiedByARN
  }

  var type: AssetType { mapper.type }

  /// Goes on with the type that has been found for the records.
  func adopt(_ type: AssetType, in context: MappingContext, isStrict: Bool) {
    let readsText = mapper.converter.readsText
    mapper = RecordMapper(type, in: context, isStrict: isStrict)
    mapper.converter.readsText = readsText
    batch = RecordBatch(of: type)
    ownIdentifier = type.ownIdentifier
    isIdentifiedByARN = type.isIdentifiedByARN
    samples = nil
  }

  /// The name of the field that holds the asset's own identifier.
  var ownIdentifierName: String? { ownIdentifier.map { type.fields[$0].name } }

  /// What a member of that name means to a record of a source.
  func meaning(of name: Span<UInt8>, from source: RecordSource) -> NameMeaning {
    mapper.finder.meaning(of: name, from: source)
  }

  /// Whether a member of that name is a field.
  func isField(_ name: Span<UInt8>) -> Bool {
    if case .field = meaning(of: name, from: .plain) { true } else { false }
  }

  /// The field that holds what the asset is called: its own identifier or, where that says more, the last part of it.
  var nameField: String? {
    type.recognition.identifier?.form?.fieldNames.last
      ?? (isIdentifiedByARN ? nil : ownIdentifierName)
  }

  /// Whether a member of that name is such a field.
  func isNamed(by name: Span<UInt8>, from source: RecordSource) -> Bool {
    guard case .field(let field, _, _) = meaning(of: name, from: source) else { return false }
    return type.fields[field].name == nameField || field == ownIdentifier
  }

  /// Whether the key is made of the field, or the identifier that it is made of.
  func isIdentifying(_ field: Int) -> Bool {
    let name = type.fields[field].name
    return field == ownIdentifier
      || type.recognition.identifier?.form?.fieldNames.contains(name) == true
      || type.keyTemplate?.fieldNames.contains(name) == true
  }

  /// Whether a member of that name is the field that holds the asset's own identifier.
  func isOwnIdentifier(_ name: Span<UInt8>, from source: RecordSource) -> Bool {
    guard let ownIdentifier, case .field(ownIdentifier, _, _) = meaning(of: name, from: source)
    else {
      return false
    }
    return true
  }

  /// Appends the record whose members have been read.
  func add(
    _ tape: borrowing JSONTape, record: Int, members: borrowing RecordMembers,
    from origin: RecordOrigin,
    surroundings: Surroundings
  ) throws(ValueFault) {
    guard samples == nil else {
      return samples?.add(tape, record: record, from: origin, of: surroundings.list) ?? ()
    }
    try mapper.map(
      tape, record: record, members: members, from: origin, surroundings: surroundings, into: &batch
    )
  }

  /// What has been added since the last call.
  func takeBatch(withRoom: Bool) -> RecordBatch {
    let full = batch
    batch = RecordBatch(of: type, withRoom: withRoom)
    return full
  }
}
