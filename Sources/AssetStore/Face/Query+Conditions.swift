internal import AssetLanguage
public import Assets

extension Query {
  /// The assets of which an expression is true, in the language of the command's `query`: `tags ? 'env' AND region =
  /// 'eu-central-1'`.
  ///
  /// - Parameters:
  ///   - expression: the condition; nil for what is true of all.
  ///   - types: one type, or those that match, as in `aws.*`; nil for all.
  /// - Throws: `usage`, with the place, for what is no expression, and for what is no name of a type.
  public init(_ expression: String? = nil, types: String? = nil) throws {
    self.init(
      types: try types.map { try TypeSelection($0) } ?? .all,
      where: try expression.map { try Expression(parsing: $0) } ?? .everything)
  }

  /// Those of them that have the tag, with that value if one is given.
  public func tagged(_ key: String, with value: String? = nil) -> Query {
    adding(value.map { .has(key, value: $0, in: "tags") } ?? .hasKey(key, in: "tags"))
  }

  /// Those of them that do not have the tag: also those without any, and those whose tags no export has told.
  public func lackingTag(_ key: String) -> Query { adding(!.hasKey(key, in: "tags")) }

  /// Those of them that have nothing in the tag: it is absent, null or empty.
  public func lackingValue(ofTag key: String) -> Query { adding(.lacksValue(of: key, in: "tags")) }

  /// Those of them that belong to one of these accounts.
  public func inAccounts(_ accounts: [String]) -> Query {
    adding(Operand.field("account_id").isIn(accounts))
  }

  /// The same, sorted by a field, a key of a map (`tags.env`) or an expression as well. What lacks the value comes last.
  public func sorted(by path: String, descending: Bool = false) -> Query {
    var query = self
    query.sort.append(Sort(FieldPath(asking: path), descending: descending))
    return query
  }

  /// The same of the store as it was at the end of a run, `7`, or at a time, `2026-01-31`.
  ///
  /// - Throws: `usage` for what is neither.
  public func asOf(_ state: String) throws -> Query {
    var query = self
    query.asOf = try RunReference(state)
    return query
  }

  private func adding(_ condition: Expression) -> Query {
    var query = self
    query.expression = expression && condition
    return query
  }
}
