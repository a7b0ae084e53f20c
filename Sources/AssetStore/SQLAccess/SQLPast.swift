internal import Assets
internal import AssetSQLite

/// The tables of a query as they were at the end of a run.
struct SQLPast {
  let run: Int64

  /// The query that gives the table or view of that name as it was, in parentheses; nil for one that has no history.
  ///
  /// - Parameter type: the one whose table it is.
  func source(
    of name: String, type: AssetType?, on connection: borrowing Connection
  ) throws -> String? {
    let name = name.lowercased()
    if let type = try type ?? TypeRegistry.ofTable(name, on: connection) {
      return try table(of: type, on: connection)
    }
    if let type = try TypeRegistry.ofTagsView(name, on: connection) {
      return try AssetTable(type).tags(from: table(of: type, on: connection)).map { "(\($0))" }
    }
    guard name == AssetsView.name else { return nil }
    let types = try TypeRegistry.withTables(connection)
      .map { (type: $0, table: try table(of: $0, on: connection)) }
    return "(\(AssetsView.query(of: types)))"
  }

  private func table(of type: AssetType, on connection: borrowing Connection) throws -> String {
    // A type without a table has had no asset.
    guard try TypeRegistry.hasTable(type, on: connection) else { return AssetTable(type).name }
    return try PastState(type, at: run, on: connection).table
  }
}
