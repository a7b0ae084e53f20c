/// A word, a sign or a literal of a text in the language.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case word, quotedName, text, blob, number, parameter, symbol, end
  }

  package let kind: Kind
  /// Its bytes in the text.
  package let range: Range<Int>
  /// Of a literal and a quoted name what is between the quotes, of a parameter what is behind the colon.
  package let spelling: String
  /// The same, A–Z as a–z.
  package let folded: String

  package func isWord(_ word: String) -> Bool { kind == .word && folded == word }

  package func isWord(in words: Set<String>) -> Bool { kind == .word && words.contains(folded) }

  package func isSymbol(_ symbol: String) -> Bool { kind == .symbol && spelling == symbol }

  /// Whether it can name something: a word that is not reserved, or a quoted name.
  package var isName: Bool {
    kind == .quotedName || kind == .word && !Self.reserved.contains(folded)
  }

  /// Words that PostgreSQL keeps for itself, and so are no names without quotes.
  package static let reserved: Set<String> = [
    "all", "and", "any", "array", "as", "asc", "between", "by", "case", "cast", "cross",
    "desc", "distinct", "else", "end", "except", "exists", "false", "fetch", "for", "from", "full",
    "glob", "group", "having", "ilike", "in", "inner", "intersect", "is", "isnull", "join",
    "lateral", "left", "like", "limit", "natural", "not", "notnull", "null", "offset", "on", "or",
    "order", "outer", "right", "select", "similar", "some", "then", "true", "union", "using",
    "values", "when", "where", "window", "with",
  ]
}

extension String {
  /// A–Z as a–z, and no other letter.
  package var foldedASCII: String {
    var bytes = Array(utf8)
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
