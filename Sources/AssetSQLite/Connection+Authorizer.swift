internal import CAssetSQLite

extension Connection {
  /// Something that a statement wants to do, as SQLite names it while it compiles the statement.
  /// <https://sqlite.org/c3ref/c_alter_table.html>
  package enum Action: Hashable, Sendable {
    case select
    /// A query that uses itself.
    case recursion
    /// Reads a column, or none of them, of a table; of the views that stand between only the last has a name.
    case read(table: String, column: String)
    case function(String)
    case pragma(String, argument: String?)
    case attach, detach
    case transaction
    /// Changes rows. SQLite also asks so when it first meets a table that it makes up itself: it would change the schema.
    case update(table: String)
    /// Makes, changes or removes something: data or schema.
    case write
  }

  /// From now on a statement that wants something that is not allowed is not compiled: it fails with
  /// SQLITE_AUTH, or with a message that names what was refused.
  package func authorize(_ isAllowed: @escaping (Action) -> Bool) {
    let authorizer = Authorizer(isAllowed)
    // The owner keeps it as long as SQLite may ask it.
    owner.authorizer = authorizer
    unsafe sqlite3_set_authorizer(
      owner.raw,
      { context, code, first, second, _, _ in
        guard let context = unsafe context else { return SQLITE_DENY }
        let authorizer = unsafe Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
        let action = unsafe Connection.Action(
          code, first: first.map { unsafe String(cString: $0) },
          second: second.map { unsafe String(cString: $0) })
        return authorizer.isAllowed(action) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(authorizer).toOpaque())
  }
}

/// Keeps the Swift side of a connection's authorizer.
final class Authorizer {
  let isAllowed: (Connection.Action) -> Bool

  init(_ isAllowed: @escaping (Connection.Action) -> Bool) { self.isAllowed = isAllowed }
}

extension Connection.Action {
  fileprivate init(_ code: Int32, first: String?, second: String?) {
    self =
      switch code {
      case SQLITE_SELECT: .select
      case SQLITE_RECURSIVE: .recursion
      case SQLITE_READ: .read(table: first ?? "", column: second ?? "")
      case SQLITE_FUNCTION: .function(second ?? "")
      case SQLITE_PRAGMA: .pragma(first ?? "", argument: second)
      case SQLITE_ATTACH: .attach
      case SQLITE_DETACH: .detach
      case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: .transaction
      case SQLITE_UPDATE: .update(table: first ?? "")
      default: .write
      }
  }
}
