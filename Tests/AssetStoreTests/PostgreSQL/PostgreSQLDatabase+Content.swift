import Foundation
import TestSupport

extension PostgreSQLDatabase {
  /// Everything that an export puts there: rows, columns, indexes, views and comments.
  func content() throws -> [Substring] {
    try lines(
      of: #"""
        SET timezone = 'UTC';
        SELECT format('SELECT %L, t::text FROM %I.%I AS t ORDER BY 2;', table_schema || '.' || table_name,
          table_schema, table_name)
        FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
        ORDER BY table_schema, table_name \gexec
        SELECT indexdef FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
        ORDER BY schemaname, indexdef;
        SELECT table_schema, table_name, column_name, data_type, udt_name, is_nullable,
          col_description((quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass, ordinal_position)
        FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
        ORDER BY 1, 2, ordinal_position;
        SELECT schemaname, viewname, definition FROM pg_views
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2;
        """#)
  }

  /// Gives `psql` the bytes, waits until the server is done with them, and kills it.
  func kill(behind bytes: [UInt8]) throws {
    let process = psql("-f", "-")
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: bytes)
    Thread.sleep(forTimeInterval: 0.3)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // The server takes the connection for lost a moment later.
    while try lines(of: "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database();")
      != ["1"]
    { Thread.sleep(forTimeInterval: 0.05) }
  }
}
