internal import Assets
internal import AssetSQLite

// Questions about a map as a whole: true or false, an absent map being an empty one.
extension Condition {
  func hasPair(
    _ map: FieldReference, _ key: String, _ condition: String = "", _ values: [Value] = []
  ) -> SQLFragment {
    SQLFragment(
      "EXISTS (SELECT 1 FROM json_each(\(self.map(map.name))) AS pair WHERE pair.key = ?\(condition))",
      [.text(key)] + values)
  }

  func hasKeys(
    _ map: FieldReference, _ quantifier: Expression.Quantifier, _ keys: [String]
  ) -> SQLFragment {
    join(keys.map { hasPair(map, $0) }, quantifier)
  }

  /// Each pair is there; a key with several values has each of them.
  func contains(_ map: FieldReference, _ literal: MapLiteral) -> SQLFragment {
    let parts = literal.pairs.map { pair in
      guard let value = pair.value else {
        return hasPair(map, pair.key, " AND pair.type = 'null'")
      }
      return hasPair(
        map, pair.key,
        """
         AND CASE pair.type
            WHEN 'array' THEN ? IN (SELECT one.value FROM json_each(pair.value) AS one)
            ELSE pair.type = 'text' AND pair.value = ? END
        """, [.text(value), .text(value)])
    }
    return join(parts, .all)
  }

  /// No pair is there that is not among these.
  func isContained(_ map: FieldReference, _ literal: MapLiteral) -> SQLFragment {
    let pairs = literal.pairs.map { pair in
      guard let value = pair.value else {
        return SQLFragment("(pair.key = ? AND pair.type = 'null')", [.text(pair.key)])
      }
      return SQLFragment(
        """
        (pair.key = ? AND CASE pair.type
              WHEN 'array' THEN NOT EXISTS (
                SELECT 1 FROM json_each(pair.value) AS one WHERE one.value <> ?)
              ELSE pair.type = 'text' AND pair.value = ? END)
        """, [.text(pair.key), .text(value), .text(value)])
    }
    return SQLFragment(
      "NOT EXISTS (SELECT 1 FROM json_each(\(self.map(map.name))) AS pair WHERE NOT ")
      + join(pairs, .any) + SQLFragment(")")
  }

  private func join(_ parts: [SQLFragment], _ quantifier: Expression.Quantifier) -> SQLFragment {
    guard !parts.isEmpty else { return SQLFragment(quantifier == .all ? "1" : "0") }
    return Self.balanced(parts[...], quantifier == .all ? " AND " : " OR ")
  }
}
