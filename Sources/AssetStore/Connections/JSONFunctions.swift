internal import AssetJSON
internal import AssetSQLite

extension Connection {
  /// Makes the connection fit for a store's file, which may come from anybody.
  func prepareForStore() throws {
    try distrust()
    try defineRegularExpressions()
    // SQLite 3.40 counts its own JSON functions among those that a schema which isn't trusted may not call, and a
    // store's tables call them in their checks. These may be called, and do the same, only that what is no JSON has a
    // type of its own here, where SQLite ends the statement.
    let inspector = JSONInspector()
    try define("json_valid", arguments: 1) { arguments in
      .integer(arguments.withBytes(at: 0) { inspector.kind(of: $0) } == nil ? 0 : 1)
    }
    try define("json_type", arguments: 1) { arguments in
      guard !arguments.isNull(at: 0) else { return .null }
      return .text(arguments.withBytes(at: 0) { inspector.kind(of: $0) } ?? "malformed")
    }
  }
}
