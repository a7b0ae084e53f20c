// What to write instead of what other languages have.
extension ExpressionParser {
  /// A condition is all there is: no SELECT around it.
  static func refuseOpening(of text: String) throws {
    let spaces = text.utf8.prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count
    let word = text.utf8.dropFirst(spaces).prefix { (0x61...0x7A).contains($0 | 0x20) }
    let place = TextPlace(text, at: spaces)
    switch String(decoding: word, as: UTF8.self).uppercased() {
    case "WHERE":
      throw Fault.expression(
        "WHERE has no place here", "begin with the condition behind it", at: place)
    case "SELECT":
      throw Fault.expression(
        "an expression is a condition, not a SELECT", "ask whole queries with: assetstore sql",
        at: place)
    default: return
    }
  }

  /// What is told of what stands behind the whole condition.
  func unexpectedRest() -> Fault {
    let advice: [(word: String, advice: String)] = [
      ("LIMIT", "leave it out, and write --limit 10"),
      ("ORDER", "leave it out, and write --sort field or --sort field:desc"),
      ("GROUP", "leave it out, and count with --facet field, or ask with: assetstore sql"),
    ]
    return unexpected("AND, OR or the end", advice.first { isWord($0.word) }?.advice)
  }

  /// Functions of SQL, of which expressions have few.
  func noFunction(_ name: String, at token: Token) -> Fault {
    let isOfTime = ["now", "current_timestamp", "current_date"].contains(name.lowercased())
    return fault(
      "there is no function '\(name)'",
      isOfTime
        ? "write the moment as '2026-01-31T12:00:00Z', or ask with: assetstore sql, which has now()"
        : "there are exist, defined, and = ANY (avals(tags)); assetstore sql has more", at: token)
  }

  /// `tags['env']`, as other languages write it.
  func refuseSubscript(of operand: Operand) throws {
    guard token.kind == .symbol("[") else { return }
    var advice = "write tags->'env' for the value of a key, and 'x' = ANY (a) for members of a list"
    if case .field(let map) = operand.content {
      switch following.kind {
      case .text(let key): advice = "write \(map)->'\(key.doubling("'"))'"
      case .name(let key), .word(let key): advice = "write \(map)->'\(key.doubling("'"))'"
      default: break
      }
    }
    throw fault("there are no brackets behind a name", advice, at: token)
  }

  /// What is told of a name where a text in quotes has to be.
  var quotesAdvice: String? {
    switch token.kind {
    case .word(let text), .name(let text), .number(let text): Literal.quotesAdvice(text)
    default: nil
    }
  }
}

extension Literal {
  /// What to write for a text that was written as a name.
  static func quotesAdvice(_ text: String) -> String {
    "text stands in single quotes: '\(text.doubling("'"))'"
  }
}

extension Unicode.Scalar {
  /// Whether it is a quote as word processors and chats make them.
  var isTypographicQuote: Bool { "‘’‚‛“”„‟«»‹›′″".unicodeScalars.contains(self) }
}
