import TestSupport

@testable import AssetStore
@testable import AssetSQLite

extension Store {
  /// All that the index of terms says, in an order of its own: ids of terms depend on the order they came in.
  func termIndex() throws -> [String] {
    try reading { connection in
      var lines: [String] = []
      try connection.forEachRow(
        """
        WITH RECURSIVE path(id, text) AS (
          SELECT id, kind || ':' || hex(text) FROM terms WHERE parent = 0
          UNION ALL SELECT terms.id, path.text || '/' || kind || ':' || hex(terms.text)
          FROM path JOIN terms ON terms.parent = path.id)
        SELECT path.text || ' ' || assets || ' ' || ifnull((place >> 32) || ' ' || hex(ids), 'nowhere')
        FROM path JOIN terms USING (id) LEFT JOIN blocks ON place & 0xFFFFFFFF = terms.id ORDER BY 1
        """
      ) { lines.append($0.text(at: 0) ?? "") }
      return lines
    }
  }
}
