internal import AssetCatalogue
internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// The tables that a query names.
struct SQLTables {
  /// What was found for each name, by its parts; a fault is told where the name is used.
  private(set) var found: [[String]: Result<Table?, Fault>] = [:]
  private var types: Set<String> = []
  private let past: SQLPast?

  /// Finds types by their names and those of their tables. A type that has no assets gets an empty table, which is gone
  /// with the connection.
  ///
  /// - Parameter run: whose end is asked; nil for now.
  init(_ names: [[String]], at run: Int64?, on connection: borrowing Connection) throws {
    past = run.map { SQLPast(run: $0) }
    for name in names where found[name] == nil {
      do {
        found[name] = .success(try table(name, on: connection))
      } catch let fault as Fault where fault.kind == .missing {
        found[name] = .failure(fault)
      }
    }
  }

  private mutating func table(
    _ parts: [String], on connection: borrowing Connection
  ) throws -> Table? {
    if parts.count == 2, parts[0] == "main" || parts[0] == "temp" {
      return try described(parts[1], in: parts[0], on: connection)
    }
    let name = parts.joined(separator: ".")
    if name.utf8.contains(UInt8(ascii: ".")) {
      return try table(of: TypeRegistry.require(name, on: connection), on: connection)
    }
    if let type = try TypeRegistry.withoutTable(name, on: connection) {
      return try table(of: type, on: connection)
    }
    return try described(name, in: "main", on: connection)
  }

  private mutating func table(
    of type: AssetType, on connection: borrowing Connection
  ) throws -> Table? {
    guard try !TypeRegistry.hasTable(type, on: connection) else {
      return try described(type.name.table, in: "main", on: connection)
    }
    if types.insert(type.name.table).inserted {
      try connection.execute(AssetTable(type).temporaryDefinition)
    }
    return try described(type.name.table, in: "temp", type: type, on: connection)
  }

  /// The columns in the table's order, with what the type says of them, or else what the schema declares.
  private func described(
    _ name: String, in schema: String, type: AssetType? = nil,
    on connection: borrowing Connection
  ) throws -> Table? {
    guard try Self.isThere(name, in: schema, on: connection) else { return nil }
    let type = try type ?? TypeRegistry.ofTable(name, on: connection)
    let isOfTags = try TypeRegistry.ofTagsView(name, on: connection) != nil
    var columns: [Table.Column] = []
    let sql = "PRAGMA \(schema).table_xinfo(\(AssetTable.quote(name)))"
    try connection.forEachRow(sql) { row in
      let column = row.text(at: 1) ?? ""
      let declared = row.text(at: 2) ?? ""
      let plain: Kind =
        name == AssetsView.name
        ? Self.kind(ofAll: column) : isOfTags && column != "_id" ? .text : Self.kind(declared)
      let kind = type.map { Self.kind(of: column, in: $0, declared: declared) } ?? plain
      let isKey = type != nil && (column == Field.keyName || column == "_id")
      columns.append(Table.Column(column, of: kind, isKey: isKey))
    }
    guard !columns.isEmpty else { return nil }
    let source = try past?.source(of: name, type: type, on: connection)
    return Table(name: source ?? "\(schema).\(AssetTable.quote(name))", columns: columns)
  }

  /// Whether it is a table or a view of the schema.
  ///
  /// - Throws: `guarded` for a table that a module makes up: to ask for its columns would run the module.
  private static func isThere(
    _ name: String, in schema: String, on connection: borrowing Connection
  ) throws -> Bool {
    if SQLPolicy.systemTables.contains(name) { return name.hasPrefix("sqlite_") }
    let catalogue = schema == "temp" ? "sqlite_temp_schema" : "sqlite_schema"
    let isStored = try connection.integer(
      "SELECT type = 'view' OR rootpage > 0 FROM \(catalogue) WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')",
      with: .text(name))
    if isStored == 0 {
      throw SQLFault.refused("it reads '\(name)', which is no table of the store")
    }
    return isStored == 1
  }

  private static func kind(of column: String, in type: AssetType, declared: String) -> Kind {
    if column == "_extra" { return .json }
    return type.field(named: column).map { Kind($0.dataType) } ?? kind(declared)
  }

  /// Of a column of the view over all types.
  private static func kind(ofAll column: String) -> Kind {
    switch column {
    case "_id": .bigint
    case "tags": Kind(.hstore)
    default: .text
    }
  }

  private static func kind(_ declared: String) -> Kind {
    switch declared.uppercased() {
    case "INTEGER", "INT": .bigint
    case "TEXT": .text
    case "REAL": .float
    default: .any
    }
  }
}
