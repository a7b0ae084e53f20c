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

  /// - Parameter types: those that the statement names as tables.
  init(_ tokens: SQLTokens, _ types: [String: AssetType]) {
    self.tokens = tokens
    for type in types.values {
      for field in type.fields { learn(field.name.lowercased(), SQLKind(field.dataType)) }
    }
    for index in tokens.indices where tokens[index].isWord("as") && tokens[index + 1].isName {
      guard let operand = left(endingAt: index - 1), !operand.isUntyped else { continue }
      learn(tokens[index + 1].folded, operand.kind)
    }
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
    if token.isSymbol("("), tokens.partner(of: first) == last {
      guard last > first + 1, let inner = left(endingAt: last - 1), inner.isWhole,
        inner.tokens.lowerBound == first + 1
      else { return .unknown }
      return inner.kind
    }
    if token.isWord("array"), tokens[first + 1].isSymbol("[") {
      return right(startingAt: first + 2)?.kind.ofArray ?? .array(.unknown)
    }
    if tokens[last].isSymbol("]"), let open = tokens.partner(of: last), open > first,
      case .array(let element) = kind(first...open - 1)
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
      return right(startingAt: index + 2).map { $0.isWhole ? $0.kind : .number } ?? .unknown
    }
    return SQLKind.ofFunctions[name] ?? .unknown
  }
}
