internal import AssetIndex
internal import AssetSQLite

extension Store {
  /// Whether values that hold commas may be there in parts: programs before schema version 5 split those of
  /// `hstore_csv` fields, and what they were can't be told from keys that have several values.
  package func mayHoldSplitValues() throws -> Bool {
    try reading { connection in
      try connection.integer(
        """
        SELECT EXISTS (
          SELECT 1 FROM migrations AS first, migrations AS fifth
          WHERE first.number = 1 AND fifth.number = 5 AND fifth.applied_at > first.applied_at)
          AND EXISTS (SELECT 1 FROM terms WHERE kind = \(Term.Kind.several.rawValue))
        """) == 1
    }
  }
}
