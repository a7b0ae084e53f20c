/// The smallest parts of a statement's text, spaces and comments left out.
struct SQLToken: Hashable {
  enum Kind: Hashable {
    /// A keyword or a plain name, as it is spelled.
    case word
    /// A name in quotes or brackets.
    case quotedName
    case text
    case blob
    case number
    /// A name behind a colon.
    case parameter
    case symbol
    case end
  }

  let kind: Kind
  /// In bytes of the statement.
  let range: Range<Int>
  /// A word, name or symbol, without its quotes, or colon.
  let spelling: String
  /// The same with A–Z as a–z.
  let folded: String

  var isName: Bool { kind == .word || kind == .quotedName }

  func isWord(_ word: String) -> Bool { kind == .word && folded == word }

  func isWord(in words: Set<String>) -> Bool { kind == .word && words.contains(folded) }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && spelling == symbol }

  func isSymbol(in symbols: Set<String>) -> Bool { kind == .symbol && symbols.contains(spelling) }
}

extension SQLToken {
  /// Words that are no names of functions where a parenthesis follows, and end no operand.
  static let keywords: Set<String> = [
    "all", "and", "any", "as", "asc", "between", "by", "case", "collate", "cross", "desc",
    "distinct", "else", "escape", "except", "exists", "from", "full", "glob", "group", "having",
    "ilike", "in", "inner", "intersect", "is", "isnull", "join", "left", "like", "limit", "match",
    "materialized", "natural", "not", "notnull", "offset", "on", "or", "order", "outer",
    "partition", "range", "recursive", "regexp", "right", "rows", "select", "set", "some", "then",
    "union", "using", "values", "when", "where", "window", "with",
  ]
}
