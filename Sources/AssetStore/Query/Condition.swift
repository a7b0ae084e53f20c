internal import Assets
internal import SQLite

/// Compiles an expression to a condition on the table of a type, which the query calls `asset`. Plain SQL: any SQLite
/// gives the same answer.
///
/// Keys of maps are compared as values, never spliced into a JSON path: no path reaches a key with a quote in it.
struct Condition {
  let type: AssetType

  func compile(_ expression: Expression) -> SQLFragment {
    switch expression {
    case .everything: SQLFragment("1")
    case .and(let parts): join(parts, " AND ", empty: "1")
    case .or(let parts): join(parts, " OR ", empty: "0")
    case .not(let part): SQLFragment("NOT ") + compile(part)
    case .account(let accounts): account(accounts)
    case .key(let key): SQLFragment("asset._key = ?", [.text(key)])
    case .hasKey(let field, let key):
      column(field).map {
        SQLFragment(
          "EXISTS (SELECT 1 FROM json_each(\($0)) AS pair WHERE pair.key = ?)", [.text(key)])
      } ?? SQLFragment("0")
    case .contains(let field, let key, let value):
      column(field).map { contains($0, key, value) } ?? SQLFragment("0")
    case .isEmpty(let field):
      column(field).map { SQLFragment("(\($0) IS NULL OR \($0) = '{}')") } ?? SQLFragment("1")
    }
  }

  private func join(_ parts: [Expression], _ separator: String, empty: String) -> SQLFragment {
    guard !parts.isEmpty else { return SQLFragment(empty) }
    return SQLFragment("(") + parts.map(compile).joined(separator) + SQLFragment(")")
  }

  private func account(_ accounts: [String]) -> SQLFragment {
    guard let field = type.accountField, !accounts.isEmpty else { return SQLFragment("0") }
    let parameters = accounts.map { _ in "?" }.joined(separator: ", ")
    // Absent is "no", not unknown, so that NOT finds the assets without an account.
    return SQLFragment(
      "ifnull(asset.\(AssetTable.quote(field)) IN (\(parameters)), 0)", accounts.map(Value.text))
  }

  private func contains(_ column: String, _ key: String, _ value: String) -> SQLFragment {
    SQLFragment(
      """
      EXISTS (
        SELECT 1 FROM json_each(\(column)) AS pair
        WHERE pair.key = ?
          AND (pair.type = 'text' AND pair.value = ?
            OR pair.type = 'array'
              AND EXISTS (SELECT 1 FROM json_each(pair.value) AS one WHERE one.value = ?)))
      """, [.text(key), .text(value), .text(value)])
  }

  /// Nil where the type has no such map: it is then absent from all of its assets.
  private func column(_ field: String) -> String? {
    guard type.field(named: field)?.dataType.isMap == true else { return nil }
    return "asset.\(AssetTable.quote(field))"
  }
}
