internal import AssetLanguage
internal import Assets

/// Writes a checked expression as PostgreSQL's condition on the table of a type that was exported there.
struct PostgreSQLCondition {
  let table: PostgreSQLTable

  private var type: AssetType { table.type }

  /// - Parameter isPositive: whether what is unknown may stay so: nothing turns it around. There an index serves the
  ///   bare operators; elsewhere an absent map has to count as an empty one.
  func compile(_ expression: Expression, isPositive: Bool = true) throws -> String {
    switch expression {
    case .and(let parts):
      return try join(parts, separator: " AND ", empty: "TRUE", isPositive: isPositive)
    case .or(let parts):
      return try join(parts, separator: " OR ", empty: "FALSE", isPositive: isPositive)
    case .not(let part): return "(NOT \(try compile(part, isPositive: false)))"
    case .is(let part, let truth):
      let word = truth.map { $0 ? "TRUE" : "FALSE" } ?? "UNKNOWN"
      return "(\(try compile(part, isPositive: false)) IS \(word))"
    case .value(let operand): return value(operand)
    case .compare(let left, let comparison, let right):
      let isOrder = comparison != .equal && comparison != .notEqual
      let collation = isOrder && (isText(left) || isText(right)) ? " COLLATE \"C\"" : ""
      return "(\(value(left))\(collation) \(comparison.rawValue) \(value(right)))"
    case .isDistinct(let left, let right):
      return "(\(value(left)) IS DISTINCT FROM \(value(right)))"
    case .isNull(let operand): return "(\(value(operand)) IS NULL)"
    case .isAmong(let operand, let list):
      guard !list.isEmpty else { return "FALSE" }
      return "(\(value(operand)) IN (\(list.map(value).joined(separator: ", "))))"
    case .isMember(let operand, let members): return isMember(operand, of: members)
    case .matches(let operand, let pattern): return "(\(value(operand)) \(pattern.postgreSQL))"
    case .hasKeys(let map, let quantifier, let keys):
      return hasKeys(map, quantifier: quantifier, keys: keys, isPositive: isPositive)
    case .isDefined(let map, let key):
      return "((\(self.map(map)) -> \(PostgreSQLSpelling.literal(key))) IS NOT NULL)"
    case .contains(let map, let literal):
      return contains(map, literal: literal, isPositive: isPositive)
    case .isContained(let map, let literal):
      return
        "(coalesce(\(self.map(map)), '') <@ \(PostgreSQLSpelling.literal(literal.hstoreText))::hstore)"
    case .equals(let map, let literal):
      return
        "(coalesce(\(self.map(map)), '') = \(PostgreSQLSpelling.literal(literal.hstoreText))::hstore)"
    case .computed(let condition): return try computed(condition)
    }
  }

  private func join(
    _ parts: [Expression], separator: String, empty: String, isPositive: Bool
  ) throws -> String {
    guard !parts.isEmpty else { return empty }
    let written = try parts.map { try compile($0, isPositive: isPositive) }
    return parts.count == 1 ? written[0] : "(\(written.joined(separator: separator)))"
  }

  func value(_ operand: Operand) -> String {
    switch operand.content {
    case .field(let name): PostgreSQLTable.column(name)
    case .value(let field, let key):
      "(\(map(FieldReference(field))) -> \(PostgreSQLSpelling.literal(key)))"
    case .literal(.null): "NULL"
    case .literal(.text(let text)): PostgreSQLSpelling.literal(text)
    case .literal(.integer(let integer)): "\(integer)"
    case .literal(.real(let real)): "\(real)::float8"
    case .literal(.bool(let bool)): bool ? "TRUE" : "FALSE"
    case .literal(.timestamp(let text)):
      "'\((try? Moment(text: text.utf8.span))?.text ?? text)'::timestamptz"
    }
  }

  private func isText(_ operand: Operand) -> Bool {
    switch operand.content {
    case .field(let name): type.field(named: name)?.dataType == .string
    case .value: true
    case .literal(let literal): if case .text = literal { true } else { false }
    }
  }

  /// NULL where the type has no such map, as one without tags in a question across types.
  private func map(_ map: FieldReference) -> String {
    type.field(named: map.name)?.dataType.isMap == true
      ? PostgreSQLTable.column(map.name) : "NULL::hstore"
  }

  private func terms(_ map: FieldReference) -> String {
    type.field(named: map.name)?.dataType.isMap == true
      ? PostgreSQLSpelling.name(table.termsColumn(of: map.name)) : "NULL::text[]"
  }

  private func hasKeys(
    _ map: FieldReference, quantifier: Expression.Quantifier, keys: [String],
    isPositive: Bool
  ) -> String {
    guard !keys.isEmpty else { return quantifier == .all ? "TRUE" : "FALSE" }
    let list = "ARRAY[\(keys.map(PostgreSQLSpelling.literal).joined(separator: ", "))]"
    let asked =
      keys.count == 1
      ? "? \(PostgreSQLSpelling.literal(keys[0]))"
      : quantifier == .all ? "?& \(list)" : "?| \(list)"
    return decided("\(self.map(map)) \(asked)", isPositive: isPositive)
  }

  private func contains(
    _ map: FieldReference, literal: MapLiteral, isPositive: Bool
  ) -> String {
    var parts: [String] = []
    let terms = literal.pairs.compactMap { pair in
      pair.value.map { PostgreSQLSpelling.literal(PostgreSQLTable.term($0, of: pair.key)) }
    }
    if !terms.isEmpty {
      let list = terms.joined(separator: ", ")
      parts.append(decided("\(self.terms(map)) @> ARRAY[\(list)]", isPositive: isPositive))
    }
    let nulls = MapLiteral(literal.pairs.filter { $0.value == nil })
    if !nulls.pairs.isEmpty {
      let list = PostgreSQLSpelling.literal(nulls.hstoreText)
      parts.append(decided("\(self.map(map)) @> \(list)::hstore", isPositive: isPositive))
    }
    return parts.isEmpty ? "TRUE" : "(\(parts.joined(separator: " AND ")))"
  }

  private func decided(_ condition: String, isPositive: Bool) -> String {
    isPositive ? "(\(condition))" : "coalesce(\(condition), FALSE)"
  }

  private func isMember(_ operand: Operand, of members: Members) -> String {
    switch members {
    case .keys(let map):
      return "(\(value(operand)) = ANY (coalesce(akeys(\(self.map(map))), '{}')))"
    case .values(let map):
      let value = "substring(term, \(PostgreSQLSpelling.literal(PostgreSQLTable.valuePattern)))"
      return """
        (\(self.value(operand)) = ANY (ARRAY(SELECT \(value) FROM unnest(\(terms(map))) AS term \
        WHERE \(value) IS NOT NULL \
        UNION ALL SELECT NULL FROM svals(\(self.map(map))) AS value WHERE value IS NULL)))
        """
    case .members(let field):
      return "(\(value(operand)) = ANY (\(PostgreSQLTable.column(field.name))))"
    }
  }

  private func computed(_ condition: ComputedCondition) throws -> String {
    let scope = AssetScope(type, isAcross: condition.isAcross)
    var text = try PostgreSQLText(
      condition.alone, names: PostgreSQLAssetNames(scope: scope, asset: table))
    text.edit(try condition.typed(in: scope))
    return "(\(text.text(in: condition.range)))"
  }
}

extension MapLiteral {
  /// As hstore text.
  var hstoreText: String {
    let quote = { (text: String) in
      let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
      let escaped = parts.joined(separator: "\\\\").split(
        separator: "\"", omittingEmptySubsequences: false
      ).joined(separator: "\\\"")
      return "\"\(escaped)\""
    }
    return pairs.map { "\(quote($0.key))=>\($0.value.map(quote) ?? "NULL")" }.joined(
      separator: ", ")
  }
}
