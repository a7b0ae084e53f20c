internal import AssetCatalogue
internal import AssetExports
internal import AssetIndex
package import Assets
internal import AssetSQLite

/// What a definition changed in a store.
package struct TypeChange: Hashable, Sendable {
  /// As the store knows it now.
  package let type: AssetType
  /// Whether the store did not know it.
  package let isNew: Bool
  /// Fields that the old definition did not have.
  package let addedFields: [String]
  /// Fields that the new definition does not have. They stay, with their values.
  package let retiredFields: [String]
  /// Fields whose data type has changed.
  package let changedFields: [String]
  /// How many assets were rewritten.
  package let rewritten: Int
}

extension Store {
  /// Makes a type known to the store, or brings one that is known to a new definition, in one transaction.
  ///
  /// A field that is new takes the values that older runs kept beside the fields under its name. A field that went away
  /// stays, marked as retired. A field whose data type has changed is converted where every value of it converts
  /// without loss.
  ///
  /// - Throws: `usage` for a name that is taken; `guarded`, with the first value, where one would be lost.
  package func add(_ type: AssetType) throws -> TypeChange {
    try writing { try Self.add(type, on: $0) }
  }

  /// Does the same with several types, all of them or none.
  package func add(_ types: [AssetType]) throws -> [TypeChange] {
    try writing { connection in try types.map { try Self.add($0, on: connection) } }
  }

  private static func add(
    _ type: AssetType, on connection: borrowing Connection
  ) throws -> TypeChange {
    if let old = try TypeRegistry.stored(type.name.description, on: connection) {
      return try TypeEvolution(from: old, to: type).apply(connection)
    }
    // What the catalogue knows of a type goes on where a page says nothing of it.
    let known = try Catalogue.type(named: type.name.description)
    let new = try known.map { try TypeEvolution(from: $0, to: type).new } ?? type
    try TypeRegistry.register(new, on: connection)
    return TypeChange(
      type: new, isNew: true, addedFields: new.fields.map(\.name), retiredFields: [],
      changedFields: [], rewritten: 0)
  }

  /// The statements that make a type's table, ready for any SQLite.
  package static func tableDefinition(of type: AssetType) -> String {
    AssetTable(type).definition.map { $0 + ";\n" }.joined(separator: "\n")
  }
}
