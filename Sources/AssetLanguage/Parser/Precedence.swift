/// How tightly PostgreSQL's operators bind, from the loosest.
/// <https://www.postgresql.org/docs/15/sql-syntax-lexical.html#SQL-PRECEDENCE>
enum Precedence: Int, Comparable {
  case or, and, not, test, comparison, pattern, other, sum, product, power, zone, sign, cast

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one: what stands at the right of an operator that groups from the left.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .cast }

  /// That of a sign between two operands; nil if it is none.
  init?(sign: String) {
    switch sign {
    case "=", "==", "<>", "!=", "<", "<=", ">", ">=": self = .comparison
    case "+", "-": self = .sum
    case "*", "/", "%": self = .product
    case "^": self = .power
    case "||", "->", "->>", "#>", "#>>", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", "@>",
      "<@", "?", "?|", "?&", "&&", "<<", ">>", "<<=", ">>=", "&", "|", "#":
      self = .other
    default: return nil
    }
  }
}
