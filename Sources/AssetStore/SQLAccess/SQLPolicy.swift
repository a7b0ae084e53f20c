internal import Assets
internal import AssetSQLite

/// What a query may do: an allow-list, because SQLite's own read-only switches let files be attached, settings be
/// changed and functions with effects be called.
final class SQLPolicy {
  private let tables: Set<String>
  private let hidden: Set<String>
  private let deadline: SQLDeadline
  /// Why the last statement was refused; nil if it was not.
  private(set) var refusal: String?

  /// - Parameters:
  ///   - tables: the names of the tables and views that may be read.
  ///   - hidden: those of the schema that may not.
  init(tables: Set<String>, hidden: Set<String>, deadline: SQLDeadline) {
    self.tables = Set(tables.map { $0.lowercased() })
    self.hidden = Set(hidden.map { $0.lowercased() })
    self.deadline = deadline
  }

  /// Also says no when the time is over: SQLite asks nothing else while it compiles a statement.
  func allows(_ action: Connection.Action) -> Bool {
    if deadline.isOver() { return false }
    guard let reason = reason(against: action) else { return true }
    if refusal == nil { refusal = reason }
    return false
  }

  private func reason(against action: Connection.Action) -> String? {
    switch action {
    case .select, .recursion: nil
    case .read(let table, let column): reason(againstReading: table, column: column)
    case .function(let name):
      SQLFunctions.allowed.contains(name.lowercased())
        ? nil : "it calls \(name), which is not allowed"
    case .pragma(let name, let argument):
      reason(againstPragma: name.lowercased(), argument: argument)
    case .attach, .detach: "it attaches another file"
    case .transaction: "it is no query"
    case .update("sqlite_master"): "it reads a table that is none of the store's"
    case .update, .write: "it would change the store or its schema"
    }
  }

  /// A table of which no column is used comes by the name that the query has for it, which may be that of a query.
  private func reason(againstReading table: String, column: String) -> String? {
    let name = table.lowercased()
    let isAllowed =
      tables.contains(name) || Self.systemTables.contains(name)
      || column.isEmpty && !hidden.contains(name)
    return isAllowed ? nil : "it reads '\(table)', which is no table of the store"
  }

  private func reason(againstPragma name: String, argument: String?) -> String? {
    if Self.describingPragmas.contains(name) || Self.readPragmas.contains(name) && argument == nil {
      return nil
    }
    return Self.readPragmas.contains(name)
      ? "it sets \(name)" : "it uses PRAGMA \(name), which is not allowed"
  }

  /// What there is in every file, and functions that stand for tables.
  static let systemTables: Set<String> = [
    "sqlite_master", "sqlite_schema", "sqlite_temp_master", "json_each", "json_tree",
  ]

  /// Take the name of a table or index, and tell of it.
  private static let describingPragmas: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list",
  ]

  /// Tell of the file, and would set something if they had an argument.
  private static let readPragmas: Set<String> = [
    "application_id", "encoding", "page_count", "page_size", "schema_version", "user_version",
  ]
}
