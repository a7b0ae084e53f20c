internal import Assets
internal import AssetSQLite

// Questions about a map as a whole: true or false, an absent map being an empty one.
extension Condition {
  /// Whether the map's values are comma-joined sets.
  func splitsCommas(_ map: FieldReference) -> Bool {
    type.field(named: map.name)?.dataType == .hstoreCSV
  }

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
    let parts = literal.pairs.flatMap { pair -> [SQLFragment] in
      guard pair.value != nil else { return [hasPair(map, pair.key, " AND pair.type = 'null'")] }
      return pair.values(splitsCommas: splitsCommas(map)).map { value in
        hasPair(
          map, pair.key,
          """
           AND CASE pair.type
              WHEN 'array' THEN ? IN (SELECT one.value FROM json_each(pair.value) AS one)
              ELSE pair.type = 'text' AND pair.value = ? END
          """, [.text(value), .text(value)])
      }
    }
    return join(parts, .all)
  }

  /// No pair is there that is not among these.
  func isContained(_ map: FieldReference, _ literal: MapLiteral) -> SQLFragment {
    let pairs = literal.pairs.map { pair in
      let values = pair.values(splitsCommas: splitsCommas(map)).map(Value.text)
      let list = values.map { _ in "?" }.joined(separator: ", ")
      guard !values.isEmpty else {
        return SQLFragment("(pair.key = ? AND pair.type = 'null')", [.text(pair.key)])
      }
      return SQLFragment(
        """
        (pair.key = ? AND CASE pair.type
              WHEN 'array' THEN NOT EXISTS (
                SELECT 1 FROM json_each(pair.value) AS one WHERE one.value NOT IN (\(list)))
              ELSE pair.type = 'text' AND pair.value IN (\(list)) END)
        """, [.text(pair.key)] + values + values)
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
