internal import AssetOutput
internal import AssetSQLite

/// A script for `psql` in the making: statements, and the rows that go into tables.
struct PostgreSQLScript: ~Copyable {
  private var writer: CopyWriter

  init(_ stream: consuming OutputStream) { writer = CopyWriter(stream) }

  mutating func add(_ statement: String) throws {
    try writer.stream.write(statement)
    try writer.stream.write(";\n")
  }

  mutating func add(_ statements: [String]) throws {
    for statement in statements { try add(statement) }
  }

  mutating func addLine(_ line: String) throws { try writer.stream.write(line + "\n") }

  /// Adds rows for a table.
  ///
  /// - Parameter body: writes them.
  mutating func copy(
    into table: String, columns: [String], cells: [CopyWriter.Cell],
    body: (inout CopyWriter) throws -> Void
  ) throws {
    let names = columns.map(PostgreSQLSpelling.name).joined(separator: ", ")
    try add("COPY \(table)(\(names)) FROM stdin")
    writer.begin(cells: cells)
    try body(&writer)
    try writer.end()
  }

  /// Hands on what is still here.
  mutating func finish() throws { try writer.stream.flush() }
}
