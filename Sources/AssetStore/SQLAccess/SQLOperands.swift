internal import Assets

/// An operand of a comparison.
struct SQLOperand {
  /// The indexes of its tokens.
  let tokens: ClosedRange<Int>
  let kind: SQLKind
  /// Whether its value may be another kind's: a text in quotes, or a parameter.
  var isUntyped = false
  /// Whether the tokens are all of it: of a sum there may be only the last summand.
  var isWhole = true
}

/// Finds the operands of a statement, and what they hold.
struct SQLOperands {
  private let tokens: SQLTokens
  /// By name, A–Z as a–z.
  private var columns: [String: SQLKind] = [:]

  /// - Parameter types: those that the statement asks.
  init(_ tokens: SQLTokens, _ types: [AssetType]) {
    self.tokens = tokens
    for type in types {
      for field in type.fields { learn(field.name.lowercased(), SQLKind(field.dataType)) }
    }
    learnMembers()
    let selects = tokens.indices.filter { tokens[$0].isWord("select") }
    // Within its own query another name is not known.
    guard selects.count > 1 || tokens.indices.contains(where: { tokens[$0].isWord("values") })
    else { return }
    learnColumnLists()
    for select in selects {
      for item in tokens.selectItems(select).items {
        guard let alias = tokens.alias(of: item) else { continue }
        learn(tokens[alias.name].folded, kind(of: alias.body))
      }
    }
  }

  /// Whether it is a column of one of the types, or what a query within the statement calls so.
  func isColumn(_ name: String) -> Bool {
    columns[name] != nil || ["_key", "_id", "_run", "_extra"].contains(name)
  }

  /// `UNNEST(array) AS name`
  private mutating func learnMembers() {
    for index in tokens.indices where tokens[index].isWord("unnest") {
      guard let close = tokens.partner(of: index + 1),
        case .array(let element) = kind(of: tokens.firstArgument(ofCall: index))
      else { continue }
      var name = tokens[close + 1].isWord("as") ? close + 2 : close + 1
      if tokens[name + 1].isSymbol("("), tokens[name + 3].isSymbol(")") { name += 2 }
      if tokens[name].isName { learn(tokens[name].folded, SQLKind(element)) }
    }
  }

  /// `WITH name(column, …) AS (`
  private mutating func learnColumnLists() {
    for index in tokens.indices where tokens[index].isSymbol("(") && tokens[index - 1].isName {
      guard let close = tokens.partner(of: index), tokens[close + 1].isWord("as"),
        tokens[close + 2].isSymbol("(") || tokens[close + 2].isWord(in: ["not", "materialized"])
      else { continue }
      for column in index + 1..<close where tokens[column].isName {
        learn(tokens[column].folded, .unknown)
      }
    }
  }

  /// What some tokens hold that are all of an expression.
  func kind(of range: Range<Int>) -> SQLKind {
    guard let first = range.first, let last = range.last else { return .unknown }
    if tokens[first].isWord("select") {
      let items = tokens.selectItems(first).items
      return items.count == 1 ? kind(of: tokens.alias(of: items[0])?.body ?? items[0]) : .unknown
    }
    if tokens.isCondition(range) { return .bool }
    guard let operand = left(endingAt: last) else { return .unknown }
    return !operand.isWhole || operand.tokens.lowerBound == first ? operand.kind : .unknown
  }

  private mutating func learn(_ name: String, _ kind: SQLKind) {
    let known = columns[name] ?? kind
    columns[name] = known == kind ? kind : .unknown
  }

  private static let arrows: Set<String> = ["->", "->>"]
  private static let reckoning: Set<String> = ["+", "-", "*", "/", "%", "||"]

  /// The operand before an operator.
  func left(endingAt last: Int) -> SQLOperand? {
    guard var start = tokens.startOfOperand(endingAt: last) else { return nil }
    var arrow: Int?
    while tokens[start - 1].isSymbol(in: Self.arrows),
      let base = tokens.startOfOperand(endingAt: start - 2)
    {
      arrow = arrow ?? start - 1
      start = base
    }
    let before = tokens[start - 1]
    if before.isSymbol(in: Self.reckoning) {
      let kind: SQLKind = before.isSymbol("||") ? .text : .number
      return SQLOperand(tokens: start...last, kind: kind, isWhole: false)
    }
    return operand(start...last, lastArrow: arrow)
  }

  /// The operand behind an operator.
  func right(startingAt first: Int) -> SQLOperand? {
    let isSigned =
      tokens[first].isSymbol(in: ["-", "+"]) && tokens[first + 1].kind == .number
    guard var last = tokens.endOfOperand(startingAt: isSigned ? first + 1 : first) else {
      return nil
    }
    var arrow: Int?
    while tokens[last + 1].isSymbol(in: Self.arrows),
      let end = tokens.endOfOperand(startingAt: last + 2)
    {
      arrow = last + 1
      last = end
    }
    if tokens[last + 1].isSymbol(in: Self.reckoning) {
      let kind: SQLKind = tokens[last + 1].isSymbol("||") ? .text : .number
      return SQLOperand(tokens: first...last, kind: kind, isWhole: false)
    }
    return operand(first...last, lastArrow: arrow)
  }

  private func operand(_ range: ClosedRange<Int>, lastArrow: Int?) -> SQLOperand {
    if let lastArrow {
      return SQLOperand(tokens: range, kind: kindBehind(lastArrow, from: range.lowerBound))
    }
    let token = tokens[range.lowerBound]
    let isUntyped = range.count == 1 && (token.kind == .text || token.kind == .parameter)
    return SQLOperand(tokens: range, kind: kind(range), isUntyped: isUntyped)
  }

  /// What an arrow gives: a text of a map, JSON or its text of JSON.
  private func kindBehind(_ arrow: Int, from start: Int) -> SQLKind {
    let end = tokens.endOfOperand(startingAt: start) ?? start
    return switch kind(start...max(start, end)) {
    case .map: .text
    case .json: tokens[arrow].isSymbol("->>") ? .text : .json
    default: .unknown
    }
  }
}

extension SQLOperands {
  /// What an operand holds whose tokens these are, all of it.
  private func kind(_ range: ClosedRange<Int>) -> SQLKind {
    let (first, last) = (range.lowerBound, range.upperBound)
    let token = tokens[first]
    if token.kind == .number || token.isSymbol(in: ["-", "+"]) { return .number }
    if let sign = tokens.castSign(before: last) { return SQLKind(ofCastTo: typeName(sign + 1)) }
    if tokens[last].kind == .text, last > first {
      let type = last - 1
      if tokens[type].isWord("interval") { return .moment }
      return SQLKind(ofCastTo: typeName(type))
    }
    if token.isSymbol("("), tokens.partner(of: first) == last { return kind(of: first + 1..<last) }
    if token.isWord("case"), tokens.partner(of: first) == last {
      return kind(of: tokens.firstResult(ofCase: first))
    }
    if token.isWord("array"), tokens[first + 1].isSymbol("[") {
      let isText = tokens[first + 2].kind == .text
      return isText ? .array(.text) : right(startingAt: first + 2)?.kind.ofArray ?? .array(.unknown)
    }
    if tokens[last].isSymbol("]"), let open = tokens.partner(of: last), open > first,
      !tokens[open - 1].isSymbol("]"), case .array(let element) = kind(first...open - 1)
    {
      return SQLKind(element)
    }
    if tokens[first + 1].isSymbol("("), last > first { return kind(ofCall: first) }
    if token.isWord(in: ["current_timestamp", "current_date"]) { return .moment }
    guard tokens[last].isName, !token.isSymbol("(") else { return .unknown }
    return columns[tokens[last].folded] ?? .unknown
  }

  private func typeName(_ index: Int) -> String { tokens.typeName(at: index).name }

  private func kind(ofCall index: Int) -> SQLKind {
    let name = tokens[index].folded
    if name == "cast", let close = tokens.partner(of: index + 1) {
      return SQLKind(ofCastTo: typeName(close - 1))
    }
    if SQLKind.functionsOfArgument.contains(name) {
      return kind(of: tokens.firstArgument(ofCall: index))
    }
    return SQLKind.ofFunctions[name] ?? .unknown
  }
}
