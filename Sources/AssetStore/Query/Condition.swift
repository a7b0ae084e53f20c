internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Compiles a checked expression to a condition on the table of a type, which the query calls `asset`. Plain SQL: any
/// SQLite gives the same answer, but for regular expressions, which need a `regexp` function.
///
/// Keys of maps are compared as values, never spliced into a JSON path: no path reaches a key with a quote in it.
struct Condition {
  let type: AssetType

  /// - Throws: a `usage` fault for what makes no sense.
  func compile(_ expression: Expression) throws -> SQLFragment {
    switch expression {
    case .and(let parts): try join(parts, separator: " AND ", empty: "1")
    case .or(let parts): try join(parts, separator: " OR ", empty: "0")
    case .not(.not(let part)): try compile(part)
    case .not(let part): "NOT \(try compile(part))"
    case .value(let operand): value(operand)
    case .is(let part, let truth):
      // NOT binds more loosely than IS.
      "((\(try compile(part))) IS \(raw: truth.map { $0 ? "1" : "0" } ?? "NULL"))"
    case .compare(let left, let comparison, let right):
      binary(left, operation: comparison.rawValue, right: right)
    // As PostgreSQL's IS DISTINCT FROM, which SQLite has only of late.
    case .isDistinct(let left, let right): binary(left, operation: "IS NOT", right: right)
    case .isNull(let operand): "(\(stored(operand)) IS NULL)"
    case .isAmong(let operand, let list): isAmong(operand, list: list)
    case .isMember(let operand, let members): isMember(operand, of: members)
    case .matches(let operand, let pattern): pattern.condition(on: value(operand))
    case .hasKeys(let map, let quantifier, let keys):
      hasKeys(map, quantifier: quantifier, keys: keys)
    case .isDefined(let map, let key): hasPair(map, key: key, condition: " AND pair.type <> 'null'")
    case .contains(let map, let literal): contains(map, literal: literal)
    case .isContained(let map, let literal): isContained(map, literal: literal)
    case .equals(let map, let literal):
      "(ifnull(\(self.map(map.name)), '{}') = \(bind: .text(literal.canonicalText)))"
    case .computed(let condition): try computed(condition)
    }
  }

  private func join(_ parts: [Expression], separator: String, empty: String) throws -> SQLFragment {
    guard !parts.isEmpty else { return "\(raw: empty)" }
    // SQLite's parser has little room for what is unfinished, so what is nested deepest goes first.
    let ordered = try parts.map { ($0.depth, $0) }.sorted { $0.0 > $1.0 }.map { try compile($0.1) }
    return Self.balanced(ordered[...], separator: separator)
  }

  /// A chain of a thousand ANDs would be a tree of that depth, and SQLite takes no deeper one.
  static func balanced(_ parts: ArraySlice<SQLFragment>, separator: String) -> SQLFragment {
    guard parts.count > 50 else { return "(\(Array(parts).joined(separator)))" }
    let middle = (parts.startIndex + parts.endIndex) / 2
    let halves = [parts[..<middle], parts[middle...]].map { balanced($0, separator: separator) }
    return "(\(halves.joined(separator)))"
  }

  private func binary(_ left: Operand, operation: String, right: Operand) -> SQLFragment {
    "(\(value(left)) \(raw: operation) \(value(right)))"
  }

  private func isAmong(_ operand: Operand, list: [Operand]) -> SQLFragment {
    list.isEmpty ? "0" : "(\(value(operand)) IN (\(list.map(value).joined(", "))))"
  }
}

extension Expression {
  /// How many ANDs, ORs, NOTs and the like lie above one another.
  fileprivate var depth: Int {
    switch self {
    case .and(let parts), .or(let parts): 1 + (parts.map(\.depth).max() ?? 0)
    case .not(let part), .is(let part, _): 1 + part.depth
    default: 0
    }
  }
}
