internal import Assets
internal import AssetSQLite

/// The types that a query names as tables.
struct SQLTypes {
  private let tokens: SQLTokens

  init(_ tokens: SQLTokens) { self.tokens = tokens }

  /// Finds them by their names and by those of their tables. A type that has no assets gets an empty table, which is
  /// gone with the connection.
  ///
  /// - Throws: `missing` for a name with dots that is no type, with the one that is spelled most like it.
  func resolve(_ connection: borrowing Connection) throws -> [String: AssetType] {
    var types: [String: AssetType] = [:]
    for reference in tokens.tableReferences() {
      guard !reference.isCall, types[reference.name] == nil,
        let type = try type(reference, connection)
      else { continue }
      if try !hasTable(type, types, connection) {
        try connection.execute(AssetTable(type).temporaryDefinition)
      }
      types[reference.name] = type
    }
    return types
  }

  /// The types that are asked under the names of their tables.
  func ofTables(_ connection: borrowing Connection) throws -> [AssetType] {
    var types: [String: AssetType] = [:]
    for reference in tokens.tableReferences() where !reference.isCall {
      let table = reference.name.split(separator: ".").last.map(String.init) ?? ""
      guard types[table] == nil else { continue }
      types[table] = try TypeRegistry.ofTable(table, connection)
    }
    return Array(types.values)
  }

  private func hasTable(
    _ type: AssetType, _ types: [String: AssetType], _ connection: borrowing Connection
  ) throws -> Bool {
    try types.values.contains { $0.name == type.name } || TypeRegistry.hasTable(type, connection)
  }

  private func type(
    _ reference: SQLTableReference, _ connection: borrowing Connection
  ) throws -> AssetType? {
    let isDotted = reference.name.utf8.contains(UInt8(ascii: "."))
    guard isDotted else {
      return try TypeRegistry.withoutTable(reference.name, connection)
    }
    // SQLite's own qualifiers.
    if reference.name.hasPrefix("main.") || reference.name.hasPrefix("temp.") { return nil }
    do {
      return try TypeRegistry.require(reference.name, connection)
    } catch var fault as Fault where fault.kind == .missing {
      fault.excerpt = place(reference)
      throw fault
    }
  }

  private func place(_ reference: SQLTableReference) -> TextPlace {
    TextPlace(tokens.text, at: tokens[reference.tokens.lowerBound].range.lowerBound)
  }
}
