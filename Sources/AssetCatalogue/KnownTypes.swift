package import Assets

/// The types that records may be of: those of a store, and those of the catalogue that the store does not have yet.
package struct KnownTypes: Sendable {
  private var stored: [String: AssetType]
  private var names: NamesOfKinds

  /// - Parameter stored: the types that the store knows, which go before the catalogue's.
  package init(stored: [AssetType] = []) throws {
    let types = Dictionary(stored.map { ($0.name.description, $0) }) { first, _ in first }
    self.stored = types
    names = try NamesOfKinds(
      stored + Catalogue.names.filter { types[$0] == nil }.compactMap(Catalogue.type))
  }

  /// Adds a type that has been made.
  package mutating func add(_ type: AssetType) {
    stored[type.name.description] = type
    names.add([type])
  }

  /// The type of that name; nil if it is not known.
  package func type(named name: String) throws -> AssetType? {
    try stored[name] ?? Catalogue.type(named: name)
  }

  /// The names of all types, in order.
  package var all: [String] { Set(stored.keys).union(Catalogue.names).sorted() }

  /// The name of the type that a provider, or one of its tools, calls so; nil if there is none.
  package func typeName(ofKind spelling: String) -> String? { names.typeName(ofKind: spelling) }

  /// The type that a name means: its own, or what a provider or one of its tools calls it.
  ///
  /// - Throws: `missing`, with the name that is spelled most like it.
  package func require(_ name: String) throws -> AssetType {
    if let type = try type(named: name) { return type }
    if let found = typeName(ofKind: name), let type = try type(named: found) { return type }
    throw Catalogue.noType(name, among: Set(all))
  }

  /// The types whose lists have that name where a list says no more.
  package func typeNames(ofList name: String) -> [String] { names.lists[name] ?? [] }
}

/// What providers and their tools call the types.
package struct NamesOfKinds: Sendable {
  private var kinds: [[UInt8]: String] = [:]
  fileprivate private(set) var lists: [String: [String]] = [:]

  /// - Parameter types: of two types with one kind the first has it.
  package init(_ types: [AssetType]) { add(types) }

  mutating func add(_ types: [AssetType]) {
    for type in types { add(type.name.description, of: type) }
    for type in types {
      for kind in type.recognition.kinds { add(kind, of: type) }
      for list in type.recognition.lists { lists[list, default: []].append(type.name.description) }
    }
  }

  private mutating func add(_ kind: String, of type: AssetType) {
    guard let letters = AssetKind(kind)?.letters, kinds[letters] == nil else { return }
    kinds[letters] = type.name.description
  }

  package func typeName(ofKind spelling: String) -> String? {
    AssetKind(spelling).flatMap { kinds[$0.letters] }
  }
}
