internal import Assets

extension Parser {
  /// A query, and nothing behind it.
  mutating func wholeQuery() throws -> QuerySyntax {
    let query = try self.query()
    guard next.kind == .end else {
      let isField = next.isSymbol(".") && token(-1).isSymbol(")")
      throw fault(
        "the query ends before '\(source(next.range))'",
        advice: isField ? "columns of a function stand behind FROM: FROM t, each(tags) AS e" : nil)
    }
    return query
  }

  /// Whether a query begins here, and not an expression.
  var startsQuery: Bool { startsQuery(at: index) }

  func startsQuery(at index: Int) -> Bool {
    let token = tokens[index]
    if token.isWord(in: ["select", "with", "values"]) { return true }
    guard token.isSymbol("("), let close = partners[index], close + 1 < tokens.count else {
      return false
    }
    var first = index
    while tokens[first].isSymbol("(") { first += 1 }
    let behind: Set<String> = [
      "union", "intersect", "except", "order", "limit", "offset", "fetch",
    ]
    return tokens[first].isWord(in: ["select", "with", "values"])
      && tokens[close + 1].isWord(in: behind)
  }

  mutating func query() throws -> QuerySyntax {
    try nested { parser in
      let start = parser.next.range.lowerBound
      var with: [QuerySyntax.CommonTable] = []
      var isRecursive = false
      if parser.take(word: "with") {
        isRecursive = parser.take(word: "recursive")
        with = try parser.list { try $0.commonTable() }
      }
      var query = try parser.setOperations()
      if !with.isEmpty {
        guard query.with.isEmpty else {
          throw parser.fault("there are two WITH clauses", advice: "write one", at: start)
        }
        (query.with, query.isRecursive) = (with, isRecursive)
      }
      try parser.tail(&query)
      query.range = start..<parser.end
      return query
    }
  }

  /// ORDER BY, LIMIT, OFFSET and FETCH.
  private mutating func tail(_ query: inout QuerySyntax) throws {
    if next.isWord("order") {
      guard query.order.isEmpty, query.limit == nil, query.offset == nil else {
        throw fault(
          "it is ordered twice", advice: "put the inner query in FROM: SELECT * FROM (…) AS q")
      }
      take()
      try require(word: "by")
      query.order = try orderTerms()
    }
    while next.isWord(in: ["limit", "offset", "fetch"]) {
      let word = take()
      switch word.folded {
      case "offset" where query.offset == nil:
        query.offset = try expression()
        if !take(word: "rows") { _ = take(word: "row") }
      case "limit" where query.limit == nil:
        if !take(word: "all") { query.limit = try expression() }
        if next.isSymbol(",") {
          throw fault("LIMIT takes one number", advice: "write LIMIT 10 OFFSET 20")
        }
      case "fetch" where query.limit == nil: try fetch(&query)
      default:
        throw fault(
          "\(word.folded.uppercased()) is there twice", advice: nil, at: word.range.lowerBound)
      }
    }
    if next.isWord("for") {
      throw fault("a query reads, and locks nothing", advice: "leave it out")
    }
  }

  /// `FETCH FIRST 5 ROWS ONLY`, `FETCH FIRST 5 ROWS WITH TIES`
  private mutating func fetch(_ query: inout QuerySyntax) throws {
    guard next.isWord(in: ["first", "next"]) else { throw expected("FIRST") }
    let place = take().range
    query.limit = Syntax(.number("1"), at: place)
    if !next.isWord(in: ["row", "rows"]) { query.limit = try expression() }
    guard next.isWord(in: ["row", "rows"]) else { throw expected("ROWS") }
    take()
    query.hasTies = take(words: "with", "ties")
    guard query.hasTies || take(word: "only") else { throw expected("ONLY or WITH TIES") }
  }

  private mutating func commonTable() throws -> QuerySyntax.CommonTable {
    let name = try requireName()
    var columns: [Name] = []
    if next.isSymbol("(") {
      columns = try inParentheses { parser in try parser.list { try $0.requireName() } }
    }
    try require(word: "as")
    if !take(word: "materialized") { _ = take(words: "not", "materialized") }
    let query = try inParentheses { try $0.query() }
    return QuerySyntax.CommonTable(name: name, columns: columns, query: query)
  }

  /// UNION and EXCEPT from the left; INTERSECT binds more tightly.
  private mutating func setOperations() throws -> QuerySyntax {
    var left = try intersections()
    while next.isWord(in: ["union", "except"]) { left = try set(left) { try $0.intersections() } }
    return left
  }

  private mutating func intersections() throws -> QuerySyntax {
    var left = try operand()
    while next.isWord("intersect") { left = try set(left) { try $0.operand() } }
    return left
  }

  private mutating func set(
    _ left: QuerySyntax, operand: (inout Parser) throws -> QuerySyntax
  ) throws -> QuerySyntax {
    let word = take().folded
    let isAll = take(word: "all")
    if !isAll { _ = take(word: "distinct") }
    let right = try operand(&self)
    let depth = max(left.depth, right.depth) + 1
    guard depth <= Self.maxDepth else { throw tooDeep(left.range.lowerBound) }
    let body = QuerySyntax.Body.set(
      QuerySyntax.SetOperator(rawValue: word) ?? .union, isAll: isAll, left, right)
    return QuerySyntax(body: body, range: left.range.lowerBound..<end, depth: depth)
  }

  private mutating func operand() throws -> QuerySyntax {
    let start = next.range.lowerBound
    if next.isSymbol("(") { return try inParentheses { try $0.query() } }
    if take(word: "values") {
      let rows = try list { parser in
        try parser.inParentheses { parser in try parser.list { try $0.expression() } }
      }
      return QuerySyntax(body: .values(rows), range: start..<end, depth: 1)
    }
    guard next.isWord("select") else { throw expected("SELECT") }
    return QuerySyntax(body: .select(try select()), range: start..<end, depth: 1)
  }
}
