internal import AssetCatalogue
internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// One definition of a type following another.
struct TypeEvolution {
  private let old: AssetType
  /// The new definition, and what it leaves unsaid of the old one: a saved page has no key template, no provider's names
  /// and no rules, and may have lost fields that hold values.
  let new: AssetType

  init(from old: AssetType, to new: AssetType) throws {
    self.old = old
    let fields = new.fields.map { field in
      guard let before = old.field(named: field.name) else { return field }
      var field = field
      field.title = field.title ?? before.title
      field.description = field.description ?? before.description
      field.providerName = field.providerName ?? before.providerName
      field.isIndexed = field.isIndexed || before.isIndexed
      if field.rules.isEmpty {
        field.rules = before.rules.filter { $0.applies(to: field.dataType) }
      }
      return field
    }
    let retired = old.fields.filter { new.field(named: $0.name) == nil }
      .map { field in
        var field = field
        field.isRetired = true
        return field
      }
    self.new = try AssetType(
      new.name, title: new.title ?? old.title, description: new.description ?? old.description,
      accountField: new.accountField ?? old.accountField,
      keyTemplate: new.keyTemplate ?? old.keyTemplate, fields: fields + retired)
  }

  func apply(_ connection: borrowing Connection) throws -> TypeChange {
    let columns = { (type: AssetType) in type.fields.map { [$0.name, $0.dataType.rawValue] } }
    let roots = { (type: AssetType) in type.fields.map(type.termRoot) }
    let needsRewrite =
      try TypeRegistry.hasTable(old, on: connection)
      && (columns(old) != columns(new) || roots(old) != roots(new))
    let rewritten = try needsRewrite ? rewrite(connection) : 0
    try TypeRegistry.replace(new, on: connection)
    if try TypeRegistry.hasTable(new, on: connection) { try AssetsView.rebuild(connection) }
    return TypeChange(
      type: new, isNew: false,
      addedFields: new.fields.map(\.name).filter { old.field(named: $0) == nil },
      retiredFields: new.fields.filter {
        $0.isRetired && old.field(named: $0.name)?.isRetired == false
      }
      .map(\.name),
      changedFields: new.fields.filter { field in
        old.field(named: field.name).map { $0.dataType != field.dataType } ?? false
      }.map(\.name), rewritten: rewritten)
  }

  /// Rebuilds the table, and puts every asset into it as if it were ingested under the new definition.
  private func rewrite(_ connection: borrowing Connection) throws -> Int {
    let table = AssetTable(new)
    for statement in [AssetsView.removal] + table.removalOfCompanions {
      try connection.execute(statement)
    }
    // No type's table has such a name.
    let before = AssetTable.quote("before " + new.name.table)
    try connection.execute("ALTER TABLE \(table.name) RENAME TO \(before)")
    for statement in table.definition { try connection.execute(statement) }
    let count = try copy(from: before, to: table, on: connection)
    try connection.execute("DROP TABLE \(before)")
    try rewriteVersions(connection)
    try UnknownTags.settle(table, hadTags: old.hasTags, on: connection)
    return count
  }

  /// What assets were is read under the type as it is now.
  private func rewriteVersions(_ connection: borrowing Connection) throws {
    var converter = try RecordConverter(
      type: new, context: MappingContext(for: new), fieldsFromExtras: addedNames)
    try VersionTable(new).rewrite(from: VersionTable(old), on: connection) { row in
      try convert(row, converter: &converter)
    }
  }

  private func copy(
    from before: String, to table: AssetTable, on connection: borrowing Connection
  ) throws -> Int {
    let reader = AssetTable(old)
    let check = LosslessCheck(from: old, to: new)
    var converter = try RecordConverter(
      type: new, context: MappingContext(for: new), fieldsFromExtras: addedNames)
    var index = try TermIndexWriter(connection)
    var (oldTerms, newTerms) = (TermExtractor(old), TermExtractor(new))
    var written = AssetRow()
    var count = 0
    try connection.withStatement(AssetStatements(table).insert) { insert in
      try connection.forEachRow(
        "SELECT \(reader.columns.joined(separator: ", ")), _id, _run FROM \(before) ORDER BY _id"
      ) { row in
        let batch = try convert(row, converter: &converter)
        try check.require(row, batch: batch, reduced: converter.reducedFields)
        let id = row.integer(at: reader.columns.count) ?? 0
        let run = row.integer(at: reader.columns.count + 1) ?? 0
        try written.write(with: &insert, id: id, batch: batch, at: 0, run: run)
        try index.makeRoom(connection)
        try oldTerms.extract(row, from: 0, with: &index.dictionary.interner)
        try newTerms.extract(batch, at: 0, with: &index.dictionary.interner)
        try index.replace(id, old: oldTerms.terms, new: newTerms.terms, on: connection)
        count += 1
      }
    }
    try index.finish(connection)
    return count
  }

  private var addedNames: Set<String> {
    Set(new.fields.map(\.name)).subtracting(old.fields.map(\.name))
  }

  private func convert(
    _ row: borrowing Statement, converter: inout RecordConverter
  ) throws -> RecordBatch {
    do {
      return try converter.convert(row.record(of: old))
    } catch let fault as Fault {
      throw Fault(
        .guarded, what: "type \(old.name)",
        why: "the asset '\(row.text(at: 0) ?? "")' does not fit the new definition: \(fault.why)",
        advice: "keep the field's data type, or mend the asset")
    }
  }
}
