internal import Assets

extension Parser {
  mutating func orderTerms() throws -> [OrderTerm] {
    try list { parser in
      let value = try parser.expression()
      let isDescending = parser.take(word: "desc")
      if !isDescending { _ = parser.take(word: "asc") }
      if parser.next.isWord("using") {
        throw parser.fault("an order takes no operator", advice: "write ASC or DESC")
      }
      var nullsFirst: Bool?
      if parser.take(words: "nulls", "first") { nullsFirst = true }
      if parser.take(words: "nulls", "last") { nullsFirst = false }
      return OrderTerm(value: value, isDescending: isDescending, nullsFirst: nullsFirst)
    }
  }

  /// What stands in the parentheses behind OVER, or behind the name of a window.
  mutating func window() throws -> WindowSyntax {
    try inParentheses { parser in
      var window = WindowSyntax()
      let words: Set<String> = ["partition", "rows", "range", "groups"]
      if parser.next.isName, !parser.next.isWord(in: words) {
        window.base = try parser.requireName()
      }
      if parser.take(words: "partition", "by") {
        window.partition = try parser.list { try $0.expression() }
      }
      if parser.take(words: "order", "by") { window.order = try parser.orderTerms() }
      if parser.next.isWord(in: ["rows", "range", "groups"]) {
        window.frame = try parser.frame()
      }
      return window
    }
  }

  private mutating func frame() throws -> FrameSyntax {
    let unit = take().folded
    let hasBoth = take(word: "between")
    let start = try bound()
    var last: FrameSyntax.Bound?
    if hasBoth {
      try require(word: "and")
      last = try bound()
    }
    var exclusion: String?
    if take(word: "exclude") {
      if take(words: "current", "row") {
        exclusion = "current row"
      } else if take(words: "no", "others") {
        exclusion = "no others"
      } else if next.isWord(in: ["group", "ties"]) {
        exclusion = take().folded
      } else {
        throw expected("CURRENT ROW, GROUP, TIES or NO OTHERS")
      }
    }
    return FrameSyntax(unit: unit, start: start, end: last, exclusion: exclusion)
  }

  private mutating func bound() throws -> FrameSyntax.Bound {
    if take(words: "unbounded", "preceding") { return .unboundedPreceding }
    if take(words: "unbounded", "following") { return .unboundedFollowing }
    if take(words: "current", "row") { return .current }
    let count = try expression()
    if take(word: "preceding") { return .preceding(count) }
    try require(word: "following")
    return .following(count)
  }
}
