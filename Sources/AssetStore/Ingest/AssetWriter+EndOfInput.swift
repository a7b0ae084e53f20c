internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

extension AssetWriter {
  mutating func endInput(_ connection: borrowing Connection) throws {
    try clearTags(connection)
    try keepUnknown(connection)
  }

  /// Clears the tags of assets whose records had none, now that others have shown that the input lists them.
  private mutating func clearTags(_ connection: borrowing Connection) throws {
    guard let field = fields.tags?.field, let cleared = fields.tags?.endInput(seen),
      cleared.count > 0
    else { return }
    try connection.withStatement(sql.findByID) { find in
      try connection.withStatement(sql.update) { update in
        for id in cleared.ids {
          let only: [1 of Statement.Slice] = [.integer(id)]
          _ = try find.first(only.span, in: [UInt8]().span) { row in
            merge.clear(field, of: row)
            try terms.extract(row, from: 1, with: &state.index.dictionary.interner)
            oldTerms = terms.terms
          }
          // Its record was counted when it came.
          if changed.contains(id) { counts.updated -= 1 } else { counts.unchanged -= 1 }
          try state.index.makeRoom(connection)
          try self.update(id, batch: merge.result, at: 0, update: &update, on: connection)
        }
      }
    }
  }

  /// That an asset has no tags, where nobody knew whether it has, is kept as a change of the asset, to be looked back
  /// at and to be undone like others. Its record counts as unchanged: it says what the store holds.
  private mutating func keepUnknown(_ connection: borrowing Connection) throws {
    guard let told = fields.tags?.told else { return }
    var unknown = try UnknownTags.ids(among: told, on: connection)
    unknown.subtract(changed)
    for id in unknown.ids {
      try versions.keep(id, on: connection)
      try connection.run(sql.claim, with: .integer(id), .integer(state.run))
      _ = changed.insert(id)
    }
  }
}
