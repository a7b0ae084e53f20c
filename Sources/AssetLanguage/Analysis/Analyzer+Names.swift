internal import Assets

extension Analyzer {
  /// The column that a name stands for.
  ///
  /// - Parameter isBeside: whether it is what something is compared with: a name that is none was meant as a text.
  func column(
    _ names: [Name], at range: Range<Int>, in scope: Scope, isBeside: Bool = false
  ) throws -> Typed {
    guard let last = names.last else { throw fault("a name is expected", advice: nil, at: range) }
    let qualifier = names.dropLast().map(\.folded).joined(separator: ".")
    var next: Scope? = scope
    var passed: [Scope] = []
    while let scope = next {
      let found =
        qualifier.isEmpty
        ? scope.columns(named: last.folded)
        : try columns(named: last, of: qualifier, in: scope, at: range)
      if found.count > 1 {
        let qualifiers = scope.sources.filter { !$0.columns(named: last.folded).isEmpty }
          .compactMap(\.qualifiers.first)
        throw fault(
          "'\(last.spelling)' is a column of several tables",
          advice: "write \(qualifiers.map { "\($0).\(last.spelling)" }.joined(separator: " or "))",
          at: range)
      }
      if let column = found.first?.at(range) {
        for scope in passed { scope.outer.append(column) }
        return column
      }
      passed.append(scope)
      next = scope.parent
    }
    throw missing(names, at: range, in: scope, isBeside: isBeside)
  }

  private func columns(
    named name: Name, of qualifier: String, in scope: Scope, at range: Range<Int>
  ) throws -> [Typed] {
    let sources = scope.sources.filter { $0.qualifiers.contains(qualifier) }
    guard let source = sources.first else { return [] }
    guard sources.count == 1 else {
      throw fault(
        "two tables are called '\(qualifier)'", advice: "give one another name", at: range)
    }
    let found = source.columns(named: name.folded)
    guard found.isEmpty else { return found }
    throw fault(
      "'\(qualifier)' has no column '\(name.spelling)'",
      advice: nearest(to: name.folded, in: source.columns.map(\.name)).map {
        "did you mean '\($0)'?"
      },
      at: range)
  }

  private func missing(
    _ names: [Name], at range: Range<Int>, in scope: Scope, isBeside: Bool
  ) -> Fault {
    let name = names.map(\.spelling).joined(separator: ".")
    if names.count == 1, let adviser = scope.adviser {
      let (why, advice) = adviser.missing(name, isBeside: isBeside || names[0].isQuoted)
      return fault(why, advice: advice, at: range)
    }
    if names.count == 2, let map = scope.columns(named: names[0].folded).first, map.kind.isMap {
      return fault(
        "there is no table '\(names[0].spelling)' here",
        advice: "a map's value is \(names[0].spelling)->'\(names[1].spelling)'", at: range)
    }
    if names.count > 1 {
      return fault(
        "there is no '\(names.dropLast().map(\.spelling).joined(separator: "."))' here",
        advice: "name one of the tables behind FROM", at: range)
    }
    if names[0].isQuoted {
      return fault(
        "there is no column '\(name)'", advice: "text stands in single quotes: '\(name)'", at: range
      )
    }
    if scope.sources.contains(where: { $0.qualifiers.contains(names[0].folded) }) {
      return fault(
        "'\(name)' is a table, and no value",
        advice: "name its columns, write \(name).*, or json_build_object('x', \(name).x)", at: range
      )
    }
    let known = Array(Set(scope.names)).sorted()
    let near = nearest(to: names[0].folded, in: known).map { "did you mean '\($0)'?" }
    let quoted = isBeside ? Literal.quotesAdvice(name) : nil
    return fault(
      known.isEmpty && scope.parent == nil
        ? "'\(name)' is a column, and there is no FROM" : "there is no column '\(name)'",
      advice: near == nil && quoted == nil
        ? nil : [near, quoted].compactMap { $0 }.joined(separator: " "), at: range)
  }
}

extension Literal {
  /// What to write for a text that was written as a name.
  static func quotesAdvice(_ text: String) -> String {
    "text stands in single quotes: '\(text.doubling("'"))'"
  }
}
