internal import Assets

extension Parser {
  /// What one item of GROUP BY says; several values in parentheses are as many items.
  mutating func groupings() throws -> [SelectSyntax.Grouping] {
    guard startOfSets == nil else { return [try grouping()] }
    let values = try listed()
    return values.isEmpty ? [.sets([[]])] : values.map { .value($0) }
  }

  private mutating func grouping() throws -> SelectSyntax.Grouping {
    guard let word = startOfSets else { return .value(try expression()) }
    let start = next.range.lowerBound
    index += word == "grouping" ? 2 : 1
    if word == "grouping" {
      return .sets(
        try inParentheses { parser in try parser.list { try $0.nested { try $0.set() } } }
          .flatMap { $0 })
    }
    let parts = try inParentheses { parser in try parser.list { try $0.listed() } }
    guard word == "rollup" || parts.count <= 5 else {
      throw fault("CUBE takes at most five columns", advice: nil, at: start)
    }
    return .sets(word == "rollup" ? Self.beginnings(of: parts) : Self.choices(of: parts))
  }

  /// All of them, then always one fewer, and none at last.
  private static func beginnings(of parts: [[Syntax]]) -> [[Syntax]] {
    var sets: [[Syntax]] = [[]]
    for part in parts { sets.append((sets.last ?? []) + part) }
    return sets.reversed()
  }

  /// Each with and without each of the others.
  private static func choices(of parts: [[Syntax]]) -> [[Syntax]] {
    var sets: [[Syntax]] = [[]]
    for part in parts {
      var more: [[Syntax]] = []
      for set in sets {
        more.append(set + part)
        more.append(set)
      }
      sets = more
    }
    return sets
  }

  private var startOfSets: String? {
    if next.isWord(in: ["rollup", "cube"]), token(1).isSymbol("(") { return next.folded }
    return next.isWord("grouping") && token(1).isWord("sets") ? "grouping" : nil
  }

  /// One of GROUPING SETS: a list in parentheses, one value, or several sets again.
  private mutating func set() throws -> [[Syntax]] {
    if startOfSets != nil, case .sets(let sets) = try grouping() { return sets }
    return [try listed()]
  }

  /// A value, or several in parentheses, or none.
  mutating func listed() throws -> [Syntax] {
    if next.isSymbol("("), token(1).isSymbol(")") {
      index += 2
      return []
    }
    let value = try expression()
    if case .row(let parts) = value.form { return parts }
    return [value]
  }
}
