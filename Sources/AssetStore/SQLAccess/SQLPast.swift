internal import Assets
internal import AssetSQLite

/// The tables of a query as they were at the end of a run.
struct SQLPast {
  let run: Int64

  /// The query that gives the table or view of that name as it was, in parentheses; nil for one that has no history.
  ///
  /// - Parameter type: the one whose table it is.
  func source(
    of name: String, _ type: AssetType?, _ connection: borrowing Connection
  ) throws -> String? {
    let name = name.lowercased()
    if let type = try type ?? TypeRegistry.ofTable(name, connection) {
      return try table(of: type, connection)
    }
    if let type = try TypeRegistry.ofTagsView(name, connection) {
      return try AssetTable(type).tags(from: table(of: type, connection)).map { "(\($0))" }
    }
    guard name == AssetsView.name else { return nil }
    let types = try TypeRegistry.withTables(connection)
      .map { (type: $0, table: try table(of: $0, connection)) }
    return "(\(AssetsView.query(of: types)))"
  }

  private func table(of type: AssetType, _ connection: borrowing Connection) throws -> String {
    // A type without a table has had no asset.
    guard try TypeRegistry.hasTable(type, connection) else { return AssetTable(type).name }
    return try PastState(type, at: run, connection).table
  }
}
