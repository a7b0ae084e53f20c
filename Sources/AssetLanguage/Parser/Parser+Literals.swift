internal import Assets

// Constants that take more than a token.
extension Parser {
  /// `TYPE 'text'`
  mutating func typedLiteral() throws -> Syntax? {
    guard TypeName.words.contains(next.folded) else { return nil }
    let start = index
    let place = next.range.lowerBound
    if let type = try? typeName(), next.kind == .text, type.dimensions == 0 {
      let text = take().spelling
      return Syntax(.typed(type, text), at: place..<end)
    }
    index = start
    return nil
  }

  /// A unit may stand behind the text: `INTERVAL '5' DAY`.
  mutating func interval() throws -> Syntax {
    let start = next.range
    take()
    var text = take().spelling
    let units: Set<String> = ["year", "month", "day", "hour", "minute", "second"]
    if next.isWord(in: units) {
      guard Double(text) != nil else {
        throw fault("the interval names its unit twice", advice: "write INTERVAL '30 days'")
      }
      text += " " + take().folded
    }
    let type = TypeName(name: "interval", modifiers: [], dimensions: 0, range: start)
    return Syntax(.typed(type, text), at: start.lowerBound..<end)
  }

  mutating func array() throws -> Syntax {
    let start = take().range.lowerBound
    if next.isSymbol("(") {
      let query = try inParentheses { try $0.query() }
      return try checkDepth(Syntax(.arrayQuery(query), at: start..<end))
    }
    let members = try members()
    return try checkDepth(Syntax(.array(members), at: start..<end, over: members))
  }

  /// Within `ARRAY[…]` brackets alone are arrays too.
  private mutating func members() throws -> [Syntax] {
    try require(symbol: "[")
    var members: [Syntax] = []
    if !next.isSymbol("]") {
      members = try list { parser in
        guard parser.next.isSymbol("[") else { return try parser.expression() }
        return try parser.nested { parser in
          let start = parser.next.range.lowerBound
          let inner = try parser.members()
          return Syntax(.array(inner), at: start..<parser.end, over: inner)
        }
      }
    }
    try require(symbol: "]")
    return members
  }

  mutating func row() throws -> Syntax {
    let start = take().range.lowerBound
    let parts = try inParentheses { parser in try parser.list { try $0.expression() } }
    return try checkDepth(Syntax(.row(parts), at: start..<end, over: parts))
  }
}
