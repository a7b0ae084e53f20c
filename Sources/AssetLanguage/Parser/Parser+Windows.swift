internal import Assets

extension Parser {
  mutating func orderTerms() throws -> [OrderTerm] {
    try list { try $0.orderTerm() }.flatMap { $0 }
  }

  /// Several values in parentheses are as many terms.
  private mutating func orderTerm() throws -> [OrderTerm] {
    let value = try expression()
    let isDescending = take(word: "desc")
    if !isDescending { _ = take(word: "asc") }
    if next.isWord("using") {
      throw fault("an order takes no operator", advice: "write ASC or DESC")
    }
    let place = next.range.lowerBound
    var nullsFirst: Bool?
    if take(words: "nulls", "first") { nullsFirst = true }
    if take(words: "nulls", "last") { nullsFirst = false }
    guard case .row(let parts) = value.form else {
      return [OrderTerm(value: value, isDescending: isDescending, nullsFirst: nullsFirst)]
    }
    guard nullsFirst == nil else {
      throw fault(
        "a row in parentheses is never NULL", advice: "write NULLS FIRST behind each value",
        at: place)
    }
    return parts.map { OrderTerm(value: $0, isDescending: isDescending, nullsFirst: nil) }
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
        window.partition = try parser.list { try $0.listed() }.flatMap { $0 }
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
