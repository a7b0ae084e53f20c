internal import Assets
internal import AssetSQLite

// Questions about a map as a whole: true or false, an absent map being an empty one.
extension Condition {
  func hasPair(
    _ map: FieldReference, key: String, condition: SQLFragment = ""
  ) -> SQLFragment {
    """
    EXISTS (SELECT 1 FROM json_each(\(self.map(map.name))) AS pair \
    WHERE pair.key = \(bind: .text(key))\(condition))
    """
  }

  func hasKeys(
    _ map: FieldReference, quantifier: Expression.Quantifier, keys: [String]
  ) -> SQLFragment {
    join(keys.map { hasPair(map, key: $0) }, quantifier: quantifier)
  }

  /// Each pair is there; a key with several values has each of them.
  func contains(_ map: FieldReference, literal: MapLiteral) -> SQLFragment {
    let parts = literal.pairs.map { pair in
      guard let value = pair.value else {
        return hasPair(map, key: pair.key, condition: " AND pair.type = 'null'")
      }
      return hasPair(
        map, key: pair.key,
        condition: """
           AND CASE pair.type
              WHEN 'array' THEN \(bind: .text(value)) IN (
                SELECT one.value FROM json_each(pair.value) AS one)
              ELSE pair.type = 'text' AND pair.value = \(bind: .text(value)) END
          """)
    }
    return join(parts, quantifier: .all)
  }

  /// No pair is there that is not among these.
  func isContained(_ map: FieldReference, literal: MapLiteral) -> SQLFragment {
    let pairs = literal.pairs.map { pair -> SQLFragment in
      let key = Value.text(pair.key)
      guard let value = pair.value.map(Value.text) else {
        return "(pair.key = \(bind: key) AND pair.type = 'null')"
      }
      return """
        (pair.key = \(bind: key) AND CASE pair.type
              WHEN 'array' THEN NOT EXISTS (
                SELECT 1 FROM json_each(pair.value) AS one WHERE one.value <> \(bind: value))
              ELSE pair.type = 'text' AND pair.value = \(bind: value) END)
        """
    }
    return """
      NOT EXISTS (SELECT 1 FROM json_each(\(self.map(map.name))) AS pair \
      WHERE NOT \(join(pairs, quantifier: .any)))
      """
  }

  private func join(_ parts: [SQLFragment], quantifier: Expression.Quantifier) -> SQLFragment {
    guard !parts.isEmpty else { return quantifier == .all ? "1" : "0" }
    return Self.balanced(parts[...], separator: quantifier == .all ? " AND " : " OR ")
  }
}
