internal import Assets

extension TypeName {
  /// The words with which the name of a type begins that may stand before a literal.
  static let words: Set<String> = [
    "varchar", "text", "char", "character", "string", "bigint", "int", "integer", "smallint",
    "int2",
    "int4", "int8", "decimal", "numeric", "double", "real", "float", "float4", "float8",
    "timestamp", "timestamptz", "date", "time", "boolean", "bool", "json", "jsonb", "hstore",
    "interval", "inet", "cidr", "uuid", "bytea",
  ]
}

extension Parser {
  /// `numeric(10, 2)`, `timestamp(3) with time zone`, `text[]`
  mutating func typeName() throws -> TypeName {
    let start = next.range.lowerBound
    guard next.kind == .word || next.kind == .quotedName, !next.isWord("array") else {
      throw expected("a data type")
    }
    var name = take().folded
    if name == "double" {
      if take(word: "precision") { name = "double precision" }
    } else if name == "character", take(word: "varying") {
      name = "varchar"
    }
    var modifiers: [Int] = []
    if next.isSymbol("("), token(1).kind == .number {
      modifiers = try inParentheses { parser in
        try parser.list { parser in
          guard parser.next.kind == .number, let number = Int(parser.next.spelling) else {
            throw parser.expected("a whole number")
          }
          parser.take()
          return number
        }
      }
    }
    if name == "timestamp" || name == "time" {
      if take(words: "with", "time", "zone") { name += "tz" }
      _ = take(words: "without", "time", "zone")
    }
    var dimensions = 0
    while next.isSymbol("["), token(1).isSymbol("]") {
      index += 2
      dimensions += 1
    }
    if take(word: "array") { dimensions += 1 }
    return TypeName(
      name: name, modifiers: modifiers, dimensions: dimensions, range: start..<end)
  }
}
