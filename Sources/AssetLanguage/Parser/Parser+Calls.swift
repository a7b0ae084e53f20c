internal import Assets

extension Parser {
  /// A call whose name has been read.
  mutating func call(_ name: Name) throws -> Syntax {
    let start = name.range.lowerBound
    var call = Call(name: name, arguments: [])
    try require(symbol: "(")
    if !name.isQuoted, try specialArguments(&call) {
      try require(symbol: ")")
    } else {
      try arguments(&call)
    }
    if take(words: "within", "group") {
      call.isWithinGroup = true
      call.order = try inParentheses { parser in
        try parser.require(word: "order")
        try parser.require(word: "by")
        return try parser.orderTerms()
      }
    }
    if next.isWord("filter"), token(1).isSymbol("(") {
      take()
      call.filter = try inParentheses { parser in
        try parser.require(word: "where")
        return try parser.expression()
      }
    }
    if take(word: "over") {
      call.window =
        next.isSymbol("(")
        ? .definition(try window()) : .name(try requireName("the name of a window"))
    }
    let parts = call.arguments + call.order.map(\.value) + (call.filter.map { [$0] } ?? [])
    return try checkDepth(Syntax(.call(call), at: start..<end, over: parts))
  }

  private mutating func arguments(_ call: inout Call) throws {
    if take(symbol: ")") { return }
    if next.isSymbol("*"), token(1).isSymbol(")") {
      index += 2
      call.isOfAll = true
      return
    }
    if next.isName, token(1).isSymbol("=>") {
      throw fault(
        "arguments have no names here", advice: "give them in their order, without names")
    }
    call.isDistinct = take(word: "distinct")
    if !call.isDistinct { _ = take(word: "all") }
    call.arguments =
      startsQuery
      ? [Syntax(.subquery(try query()), at: call.name.range)] : try list { try $0.expression() }
    if take(words: "order", "by") { call.order = try orderTerms() }
    try require(symbol: ")")
  }

  /// Calls whose arguments stand between words. The call becomes the one with commas.
  private mutating func specialArguments(_ call: inout Call) throws -> Bool {
    switch call.name.folded {
    case "extract":
      guard next.kind == .word || next.kind == .text, token(1).isWord("from") else {
        throw fault("EXTRACT takes a part and a timestamp", advice: "write EXTRACT(year FROM x)")
      }
      let part = take()
      take()
      let text = part.kind == .text ? part.spelling : part.folded
      call.arguments = [Syntax(.text(text.foldedASCII), at: part.range), try expression()]
      return true
    case "position":
      let wanted = try expression(from: .other)
      guard take(word: "in") else { return try further(&call, first: wanted) }
      call.arguments = [wanted, try expression(from: .other)]
      return true
    case "substring":
      let text = try expression()
      guard next.isWord("from") || next.isWord("for") else {
        return try further(&call, first: text)
      }
      let start = take(word: "from") ? try expression() : Syntax(.number("1"), at: text.range)
      call.arguments = [text, start]
      if take(word: "for") { call.arguments.append(try expression()) }
      return true
    case "overlay":
      let text = try expression()
      guard take(word: "placing") else { return try further(&call, first: text) }
      call.arguments = [text, try expression()]
      try require(word: "from")
      call.arguments.append(try expression())
      if take(word: "for") { call.arguments.append(try expression()) }
      return true
    case "trim": return try trimArguments(&call)
    default: return false
    }
  }

  /// The arguments behind the first, where they are separated by commas after all.
  private mutating func further(_ call: inout Call, first: Syntax) throws -> Bool {
    call.arguments = [first]
    while take(symbol: ",") { call.arguments.append(try expression()) }
    return true
  }

  /// `TRIM([BOTH | LEADING | TRAILING] [characters] FROM text)`
  private mutating func trimArguments(_ call: inout Call) throws -> Bool {
    var name = "btrim"
    let hasSide = next.isWord(in: ["both", "leading", "trailing"])
    if hasSide {
      let side = take().folded
      name = side == "leading" ? "ltrim" : side == "trailing" ? "rtrim" : "btrim"
    }
    if hasSide, take(word: "from") {
      call.arguments = [try expression()]
    } else {
      let first = try expression()
      if take(word: "from") {
        call.arguments = [try expression(), first]
      } else {
        _ = try further(&call, first: first)
      }
    }
    let range = call.name.range
    call = Call(
      name: Name(spelling: name, folded: name, range: range, isQuoted: false),
      arguments: call.arguments)
    return true
  }
}
