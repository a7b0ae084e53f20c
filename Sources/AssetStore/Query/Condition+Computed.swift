internal import AssetLanguage
internal import Assets
internal import AssetSQLite

extension Condition {
  /// A condition that only the language of queries knows, on the columns of the table.
  func computed(_ condition: ComputedCondition) throws -> SQLFragment {
    let scope = AssetScope(type, isAcross: condition.isAcross)
    return "\(raw: try scope.sql(condition.typed(in: scope)))"
  }
}

extension AssetScope {
  /// The SQL of an expression about the row that is called `asset`.
  func sql(_ value: Typed) throws -> String { try write(value) { try $0.value(value) } }

  /// The same as it is shown.
  func shownSQL(_ value: Typed) throws -> String { try write(value) { try $0.shown(value) } }

  /// What sorts as the value does.
  func sortingSQL(_ value: Typed) throws -> String { try write(value) { try $0.key(value) } }

  private func write(
    _ value: Typed, body: (inout SQLiteTarget) throws -> String
  ) throws -> String {
    var target = SQLiteTarget()
    target.columns[0] = { index in
      switch contents[index] {
      case .missing: return "NULL"
      case .text(let text): return SQLiteTarget.quote(text)
      case .field(let name):
        let column = "asset.\(AssetTable.quote(name))"
        return columns[index].kind == .timestamp ? "instant(\(column))" : column
      }
    }
    return try body(&target)
  }
}
