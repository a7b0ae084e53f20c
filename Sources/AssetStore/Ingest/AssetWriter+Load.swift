internal import AssetFormats
internal import SQLite

extension AssetWriter {
  /// Writes a batch of a load: into a table that was empty, without asking what is there. See `FirstLoad`.
  mutating func load(
    _ batch: RecordBatch, _ found: BatchTerms?, _ connection: borrowing Connection
  ) throws {
    if let found { try index.take(found, connection) }
    try connection.withStatement(sql.insert) { insert in
      for index in 0..<batch.count {
        try self.index.makeRoom(connection)
        try self.insert(batch, index, found, &insert, connection)
      }
    }
  }

  /// Writes what is left to write of the index of terms.
  mutating func finish(_ connection: borrowing Connection) throws {
    try index.finish(connection)
  }

  /// Gives the terms of a row to the id that its asset keeps, or to none.
  ///
  /// - Parameter row: the id, the columns of the type.
  mutating func moveTerms(
    of row: borrowing Statement, to id: Int64?, _ connection: borrowing Connection
  ) throws {
    try index.makeRoom(connection)
    try terms.extract(row, from: 1, &index.dictionary.interner)
    try index.remove(row.integer(at: 0) ?? 0, terms.terms, connection)
    if let id { try index.insert(id, terms.terms, connection) }
  }
}
