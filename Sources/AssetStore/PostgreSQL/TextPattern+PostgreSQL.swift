internal import Assets

extension TextPattern {
  /// The operator and the pattern. Only A–Z are folded, as the C collation has it.
  var postgreSQL: String {
    switch kind {
    case .like:
      ignoresCase
        ? "COLLATE \"C\" ILIKE \(PostgreSQLSpelling.literal(text))"
        : "LIKE \(PostgreSQLSpelling.literal(text))"
    case .glob: "~ \(PostgreSQLSpelling.literal(Self.regularExpression(glob: text)))"
    case .regularExpression:
      "COLLATE \"C\" \(ignoresCase ? "~*" : "~") \(PostgreSQLSpelling.literal(text))"
    }
  }

  /// The same as a regular expression of the whole text.
  private static func regularExpression(glob: String) -> String {
    var result = "^"
    var rest = Array(glob.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": result += ".*"
      case "?": result += "."
      case "[":
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        var set: [Unicode.Scalar] = []
        if rest.first == "]" { set.append(rest.removeFirst()) }
        while let next = rest.popFirst(), next != "]" { set.append(next) }
        let members = set.map { "\\[]^".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }
        result += "[\(isNegated ? "^" : "")\(members.joined())]"
      default:
        result += ".\\+*?()[]{}|^$".unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
      }
    }
    return result + "$"
  }
}
