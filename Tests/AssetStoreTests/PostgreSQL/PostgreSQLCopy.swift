import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// A store and a copy of it in a database.
struct PostgreSQLCopy: ~Copyable {
  let folder: TemporaryFolder
  let store: Store
  let database: PostgreSQLDatabase

  static func make() throws -> PostgreSQLCopy {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    return PostgreSQLCopy(
      folder: folder, store: store, database: try PostgreSQL.server().makeDatabase())
  }

  /// Loads an export into the database.
  func load(_ request: PostgreSQLRequest = PostgreSQLRequest(Query())) throws {
    _ = try database.lines(of: store.script(request))
  }
}

extension Store {
  /// The script of an export.
  func script(_ request: PostgreSQLRequest = PostgreSQLRequest(Query())) throws -> String {
    let output = Collector()
    _ = try exportPostgreSQL(request, to: OutputStream { output.bytes.append(span: $0) })
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
