internal import AssetExports
internal import AssetIndex
package import Assets
internal import AssetSQLite

extension Store {
  /// The rules of their fields that the assets of a query violate: what an ingest of them would warn of.
  /// Reads them once, in the order of their types and ids, and keeps a line for each rule.
  ///
  /// - Throws: as the query itself.
  package func lint(_ query: Query) throws -> [RuleFinding] {
    try reading { connection in
      try plan(query, on: connection).selects.flatMap { select in
        guard var lint = TypeLint(select) else { return [RuleFinding]() }
        return try lint.findings(connection)
      }
    }
  }
}

/// The rules of one type, held against its assets.
private struct TypeLint {
  private let select: TypeSelect
  private var check: RuleCheck
  /// By rule.
  private var found: [RuleFinding?]

  /// Nil for a type without rules.
  init?(_ select: TypeSelect) {
    guard let check = RuleCheck(select.type) else { return nil }
    self.select = select
    self.check = check
    found = check.rules.map { _ in nil }
  }

  mutating func findings(_ connection: borrowing Connection) throws -> [RuleFinding] {
    let names = [Field.keyName] + check.fields.map { select.type.fields[$0.index].name }
    let columns = names.map { name -> SQLFragment in "asset.\(raw: AssetTable.quote(name))" }
    let rows = BlockRows(select.source, columns: columns, where: select.condition)
    let matches = try TypeMatches(select, on: connection)
    try matches.possible.forEachBlock(on: connection) { block, candidates in
      try rows.forEach(block, ids: candidates, on: connection) { row in look(at: row) }
      return true
    }
    return found.compactMap { $0 }
  }

  /// - Parameter row: the id, the key, and the fields that have rules.
  private mutating func look(at row: borrowing Statement) {
    for (position, field) in check.fields.enumerated() where !row.isNull(at: position + 2) {
      row.withBytes(at: position + 2) { text in
        for violation in check.violations(of: text, in: field) {
          note(violation, in: text, key: row.text(at: 1) ?? "")
        }
      }
    }
  }

  private mutating func note(_ violation: RuleViolation, in text: Span<UInt8>, key: String) {
    guard found[violation.rule] == nil else {
      found[violation.rule]?.count += 1
      return
    }
    let rule = check.rules[violation.rule]
    found[violation.rule] = RuleFinding(
      type: select.type.name.description, rule: rule.name, count: 1, key: key,
      example: check.describe(violation, in: text), source: rule.rule.source)
  }
}
