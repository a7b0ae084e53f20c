internal import AssetLanguage
internal import Assets
internal import AssetSQLite

extension Condition {
  /// A condition that only the language of queries knows, on the columns of the table.
  func computed(_ condition: ComputedCondition) throws -> SQLFragment {
    let scope = AssetScope(type, isAcross: condition.isAcross)
    var target = SQLiteTarget()
    target.columns[0] = { index in
      switch scope.contents[index] {
      case .missing: return "NULL"
      case .text(let text): return SQLiteTarget.quote(text)
      case .field(let name):
        let column = "asset.\(AssetTable.quote(name))"
        return scope.columns[index].kind == .timestamp ? "instant(\(column))" : column
      }
    }
    return SQLFragment(try target.value(condition.typed(in: scope)))
  }
}
