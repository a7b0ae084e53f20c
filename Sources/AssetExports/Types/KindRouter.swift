internal import AssetCatalogue
internal import AssetJSON
internal import Assets

/// Knows which records of which kinds are taken, and the types that they are of.
struct KindRouter {
  let types: RecordTypes
  private var inferredCount = 0
  /// The types that have been made.
  private(set) var inferred: [AssetType] = []
  private var byKind = NameIndex()
  /// By number of the kind.
  private var routes: [Route] = []
  /// By name of the type.
  private var byType: [String: TypeRecords] = [:]
  /// The types of which records have come, in the order they came.
  private(set) var open: [TypeRecords] = []
  /// The one type that is taken, if it is one.
  private(set) var only: TypeRecords?
  /// Why a type that is known could not be opened: a value that was given is none for a field of it.
  private(set) var fault: (any Error)?
  /// A type whose batch is full.
  var full: TypeRecords?
  var spelling = ValueSpelling() {
    didSet { for records in open { records.mapper.use(spelling) } }
  }
  /// What the one type is called, where only that is taken.
  private var namesOfOnly: NamesOfKinds?
  /// Whether any record may be of the one type, whatever it says of itself: the type's definition names no kinds.
  private(set) var takesAnyKind = false
  /// The list whose records were looked at last to find out what they are, and what they were found to be.
  var guess: (list: [UInt8]?, records: TypeRecords?)?

  /// The list that was looked at last, and whether it holds other things than the one type.
  private var lastList: (name: [UInt8], isForeign: Bool)?
  /// All types that the program knows, once a list's name is asked about.
  private var catalogue: KnownTypes?
  /// The name that was found last to be a field's.
  private var lastField: [UInt8] = []

  enum Route {
    case taken(TypeRecords)
    /// Not taken; what it is called.
    case foreign(String)
  }

  init(_ types: RecordTypes) throws {
    self.types = types
    switch types.choice {
    case .only(let type):
      only = try open(type)
      namesOfOnly = NamesOfKinds([type])
      takesAnyKind = type.recognition.kinds.isEmpty
    case .samples:
      only = try open(try RecordSamples.stub())
      only?.samples = RecordSamples()
    case .known: break
    }
  }

  /// Whether no type says which names are fields.
  var knowsNoFields: Bool { only == nil || only?.samples != nil }

  /// - Parameter isOwn: whether it is the name of a type of ours.
  mutating func route(ofKind kind: [UInt8], isOwn: Bool) -> Route {
    if let number = byKind.number(of: kind.span) { return routes[number] }
    let route = find(String(decoding: kind, as: UTF8.self), isOwn: isOwn)
    if routes.count < Self.maxKinds {
      _ = byKind.add(kind.span)
      routes.append(route)
    }
    return route
  }

  /// So many kinds are remembered.
  private static let maxKinds = 10_000

  private mutating func find(_ kind: String, isOwn: Bool) -> Route {
    if let only, only.samples != nil {
      only.samples?.kinds.insert(kind)
      return .taken(only)
    }
    if let only {
      let name = only.type.name.description
      let isOnly = isOwn ? kind == name : namesOfOnly?.typeName(ofKind: kind) == name
      return isOnly ? .taken(only) : .foreign(kind)
    }
    let name = isOwn ? kind : known?.typeName(ofKind: kind)
    if name == nil, types.infers, let records = sampled(kind) { return .taken(records) }
    guard let name, types.takes(name), let records = records(ofType: name) else {
      return .foreign(kind)
    }
    return .taken(records)
  }

  /// Records of a kind that no type is known for, to make one of; nil if there are too many such.
  private mutating func sampled(_ kind: String) -> TypeRecords? {
    guard let name = AssetKind(kind)?.typeName, types.takes(name) else { return nil }
    if let records = byType[name] { return records }
    guard inferredCount < Self.maxInferred, let stub = try? RecordSamples.stub(),
      let records = try? open(stub, named: name)
    else { return nil }
    inferredCount += 1
    records.samples = RecordSamples()
    records.samples?.kinds.insert(kind)
    return records
  }

  /// So many types are made of one input.
  private static let maxInferred = 200

  mutating func records(ofType name: String) -> TypeRecords? {
    if let records = byType[name] { return records }
    do {
      return try known?.type(named: name).map { try open($0) }
    } catch {
      fault = fault ?? error
      return nil
    }
  }

  /// The types among which a record's own is found.
  var known: KnownTypes? { if case .known(let types, _) = types.choice { types } else { nil } }

  private mutating func open(_ type: AssetType, named name: String? = nil) throws -> TypeRecords {
    let records = TypeRecords(
      type, in: try types.context(for: type), isStrict: types.isStrict, isOnly: known == nil)
    records.mapper.use(spelling)
    byType[name ?? type.name.description] = records
    open.append(records)
    return records
  }
}

extension KindRouter {
  /// Whether the records of a list are of other types than the one that is taken: the provider's calls give that name to
  /// lists of theirs, and not to lists of its own.
  mutating func isForeign(list: [UInt8]) -> Bool {
    guard let only, only.samples == nil, !takesAnyKind else { return false }
    if let lastList, lastList.name == list { return lastList.isForeign }
    if catalogue == nil { catalogue = try? KnownTypes() }
    let (name, own) = (String(decoding: list, as: UTF8.self), only.type.recognition.lists)
    let others = own.contains(name) ? [] : catalogue?.typeNames(ofList: name) ?? []
    // `Items` is what lists of anything are called.
    let isTelling = !own.isEmpty && name != "Items"
    let isForeign =
      !others.isEmpty
      && (isTelling || !others.contains { $0.hasPrefix("\(only.type.name.provider).") })
    lastList = (list, isForeign)
    return isForeign
  }

  /// Whether a member of that name is a field of a type of which records have come.
  mutating func isField(_ name: Span<UInt8>) -> Bool {
    // The records of an export begin alike, and what is a field stays one.
    if !lastField.isEmpty, name.isIdentical(inBytesTo: lastField.span) { return true }
    guard open.contains(where: { $0.mapper.finder.meaning(of: name, from: .plain) != .extra })
    else {
      return false
    }
    lastField = Array(copying: name)
    return true
  }

  /// The type whose records take the most memory; nil if there are none.
  var largest: TypeRecords? {
    open.filter { !$0.batch.isEmpty && $0.samples == nil }.max {
      $0.batch.bytes.count < $1.batch.bytes.count
    }
  }

  /// Whether there is a type for the kind already, or it is not asked whether there is.
  func knows(_ kind: [UInt8]) -> Bool {
    known.map { $0.typeName(ofKind: String(decoding: kind, as: UTF8.self)) != nil } ?? true
  }

  mutating func note(inferred type: AssetType) { inferred.append(type) }

  /// Takes no records of a kind, whose samples nothing tells apart.
  mutating func forget(_ records: TypeRecords) {
    open.removeAll { $0 === records }
    lastField = []
    for (number, route) in routes.enumerated() {
      guard case .taken(let taken) = route, taken === records else { continue }
      routes[number] = .foreign(String(decoding: byKind[number], as: UTF8.self))
    }
  }
}
