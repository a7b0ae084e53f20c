internal import Assets
internal import AssetSQLite

extension Condition {
  private func column(_ name: String) -> SQLFragment { "asset.\(raw: AssetTable.quote(name))" }

  /// The map's column; NULL where the type has no such map, as one without tags in a question across types.
  func map(_ name: String) -> SQLFragment {
    type.field(named: name)?.dataType.isMap == true ? column(name) : "NULL"
  }

  /// What is there, as it is stored.
  func stored(_ operand: Operand) -> SQLFragment {
    switch operand.content {
    case .field(let name): column(name)
    case .value(let field, let key): value(of: key, in: map(field))
    case .literal(let literal): Self.literal(literal)
    }
  }

  /// What compares as the operand's kind does: an instant as `Moment` sorts it, everything else as it is stored.
  func value(_ operand: Operand) -> SQLFragment {
    guard case .field(let name) = operand.content,
      type.field(named: name)?.dataType == .timestamp
    else { return stored(operand) }
    // A leap second counts as the one behind it; zeros at the end of a fraction count nothing. Other texts, which only
    // another tool can have written, are no instants.
    let column = column(name)
    let later: SQLFragment =
      "strftime('%Y-%m-%dT%H:%M:%S', substr(\(column), 1, 17) || '59', '+1 second')"
    let plain: SQLFragment =
      "CASE substr(\(column), 18, 2) WHEN '60' THEN \(later) || substr(\(column), 20) ELSE \(column) END"
    let text: SQLFragment = "rtrim(\(plain), 'Z')"
    return """
      CASE WHEN \(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'
        THEN CASE instr(\(column), '.') WHEN 0 THEN \(text) ELSE rtrim(rtrim(\(text), '0'), '.') END END
      """
  }

  private static func literal(_ literal: Literal) -> SQLFragment {
    switch literal {
    case .null: "NULL"
    case .text(let text): "\(bind: .text(text))"
    case .integer(let integer): "\(bind: .integer(integer))"
    case .real(let real): "\(bind: .real(real))"
    case .bool(let bool): bool ? "1" : "0"
    case .timestamp(let text):
      "\(bind: .text((try? Moment(text: text.utf8.span))?.sortableText ?? text))"
    }
  }

  /// The value of a map's key; several values, which are stored in order, joined by commas.
  private func value(of key: String, in column: SQLFragment) -> SQLFragment {
    """
    (SELECT CASE pair.type
        WHEN 'array' THEN (SELECT group_concat(one.value, ',') FROM json_each(pair.value) AS one)
        ELSE pair.value END
      FROM json_each(\(column)) AS pair WHERE pair.key = \(bind: .text(key)))
    """
  }

  /// True if equal to one; unknown if equal to none and one is null, as in PostgreSQL.
  func isMember(_ operand: Operand, of members: Members) -> SQLFragment {
    switch members {
    case .keys(let map):
      return isAmong(
        operand, members: "SELECT pair.key FROM json_each(\(self.map(map.name))) AS pair")
    case .values(let map):
      let column = self.map(map.name)
      return isAmong(
        operand,
        members: """
          SELECT pair.value FROM json_each(\(column)) AS pair WHERE pair.type <> 'array'
            UNION ALL SELECT one.value FROM json_each(\(column)) AS pair,
              json_each(CASE pair.type WHEN 'array' THEN pair.value END) AS one
          """)
    case .members(let field):
      let column = column(field.name)
      // An array that is missing, unlike an empty one, may hold anything.
      let isMember = isAmong(
        operand, members: "SELECT one.value FROM json_each(\(column)) AS one")
      return "CASE WHEN \(column) IS NOT NULL THEN \(isMember) END"
    }
  }

  private func isAmong(_ operand: Operand, members: SQLFragment) -> SQLFragment {
    "(\(value(operand)) IN (\(members)))"
  }
}
