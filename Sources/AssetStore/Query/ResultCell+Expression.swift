internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetSQLite

extension ResultCell {
  /// What an expression gives for each asset, with the expression for its name.
  ///
  /// - Throws: a `usage` fault with its place.
  init(expression path: FieldPath, of type: AssetType, isAcross: Bool) throws {
    let scope = AssetScope(type, isAcross: isAcross)
    let value = try scope.value(path.field)
    let sql = try scope.shownSQL(value)
    let column = ResultColumn(path.description, isNumeric: value.kind.isNumber)
    let sorting = try scope.sortingSQL(value)
    let shown: (String, Reading) =
      switch value.kind {
      case .int, .bigint: (sql, .integer)
      case .float: (sql, .real)
      case .numeric: (sql, .json)
      case .bool: (sql, .bool)
      case .json, .map, .array: (sql, .json)
      default: (sql, .text)
      }
    self.init(column, value: "\(raw: shown.0)", sorting: "\(raw: sorting)", reading: shown.1)
  }

  /// A member of a JSON field by its path: `state.Name`, `placement.0.Zone`.
  static func member(_ path: FieldPath, steps: String, of type: AssetType) throws -> ResultCell {
    let list = steps.split(separator: ".", omittingEmptySubsequences: false)
      .map { "'\(String($0).doubling("'"))'" }.joined(separator: ", ")
    let field = "\"\(path.field.doubling("\""))\""
    let cell = try ResultCell(
      expression: FieldPath(expression: "\(field) #>> ARRAY[\(list)]"), of: type, isAcross: false)
    return ResultCell(
      ResultColumn(path.description), value: cell.value, sorting: cell.sorting,
      reading: cell.reading)
  }
}
