internal import Assets

extension SQLRewriter {
  /// `operand::type` becomes a call.
  mutating func rewriteCast(at index: Int) throws {
    guard let start = tokens.startOfOperand(endingAt: index - 1) else {
      throw fault("there is nothing before '::' to convert", nil, at: index)
    }
    let type = tokens.typeName(at: index + 1)
    let function = try function(of: type, at: index + 1)
    edits.insert("\(function)(", before: tokens[start].range.lowerBound)
    edits.replace(
      tokens[index].range.lowerBound..<tokens[type.end - 1].range.upperBound, with: ")")
  }

  /// `CAST(operand AS type)` becomes a call, unless the type is one of SQLite's own.
  mutating func rewriteCastCall(_ index: Int) throws {
    guard let close = tokens.partner(of: index + 1),
      let word = words("as", from: index + 2, to: close).last
    else { return }
    let type = tokens.typeName(at: word + 1)
    if SQLCast.affinities.contains(type.name) { return }
    let function = try function(of: type, at: word + 1)
    guard type.end == close else {
      throw fault("a cast takes the name of a type and nothing behind it", nil, at: type.end)
    }
    replace(index, with: function)
    edits.replace(
      tokens[word].range.lowerBound..<tokens[close].range.lowerBound, with: "")
  }

  private func function(of type: (name: String, end: Int), at index: Int) throws -> String {
    guard let function = SQLCast.function(of: type.name) else {
      throw fault(
        "there is no data type '\(tokens[index].spelling)'",
        nearest(to: type.name, in: SQLCast.names).map { "did you mean '\($0)'?" }, at: index)
    }
    guard !tokens[type.end].isSymbol(in: ["(", "["]) else {
      throw fault(
        "a cast takes no length, and there are no casts to arrays", "leave it out", at: type.end)
    }
    return function
  }

  /// `TYPE 'text'` becomes a call; behind a sign an interval makes one of what stands before it.
  mutating func rewriteLiteral(_ index: Int) throws {
    let word = tokens[index]
    if word.isWord("interval") { return try rewriteInterval(index) }
    guard let function = SQLCast.function(of: word.folded) else { return }
    replace(index, with: "\(function)(")
    edits.insert(")", behind: tokens[index + 1].range.upperBound)
  }

  private mutating func rewriteInterval(_ index: Int) throws {
    let sign = tokens[index - 1]
    // An argument, as DATE_BIN takes one: functions read it as text.
    if sign.isSymbol(in: ["(", ","]) { return replace(index, with: "") }
    guard sign.isSymbol(in: ["+", "-"]),
      let start = tokens.startOfOperand(endingAt: index - 2)
    else {
      throw fault(
        "an interval can be added to a timestamp, or taken from one",
        "write now() - INTERVAL '30 days'", at: index)
    }
    let function = sign.isSymbol("+") ? "add_interval" : "subtract_interval"
    edits.insert("\(function)(", before: tokens[start].range.lowerBound)
    edits.replace(sign.range.lowerBound..<tokens[index].range.upperBound, with: ",")
    edits.insert(")", behind: tokens[index + 1].range.upperBound)
  }

  private static let momentWords: Set<String> = [
    "current_date", "current_timestamp", "now", "date_trunc", "date_bin", "to_timestamp",
  ]

  /// Timestamps are text, of which SQLite would take the year for a number.
  func refuseMomentAsNumber(_ index: Int) throws {
    guard tokens.endsOperand(index - 1), !tokens[index + 1].isWord("interval"),
      let start = tokens.startOfOperand(endingAt: index - 1)
    else { return }
    let isCast =
      tokens[index - 2].isSymbol("::") && tokens[index - 1].isWord(in: ["date", "timestamp"])
    var next = index + 1
    while tokens[next + 1].isSymbol(".") { next += 2 }
    guard isCast || isMoment(start, index - 1) || isMoment(index + 1, next) else { return }
    throw fault(
      "a timestamp is no number to reckon with",
      "add an INTERVAL to it or take one away; seconds are EXTRACT(epoch FROM x)", at: index)
  }

  /// Whether an operand that begins with one token and ends with the other is a moment.
  private func isMoment(_ first: Int, _ last: Int) -> Bool {
    let isCall = tokens[first + 1].isSymbol("(")
    if tokens[first].isWord(in: Self.momentWords) { return true }
    return !isCall && tokens[last].isName && moments.contains(tokens[last].folded)
      && !tokens[last + 1].isSymbol(in: ["(", "->"])
  }

  /// `EXTRACT(field FROM operand)` becomes a call with two arguments.
  mutating func rewriteExtract(_ index: Int) throws {
    guard let close = tokens.partner(of: index + 1), tokens[index + 3].isWord("from"),
      tokens[index + 2].kind == .word, close > index + 4
    else {
      throw fault("EXTRACT takes a part and a timestamp", "write EXTRACT(year FROM x)", at: index)
    }
    replace(index, with: "date_part")
    replace(index + 2, with: "'\(tokens[index + 2].folded)'")
    replace(index + 3, with: ",")
  }

  /// The indexes of a word within a range, at its own depth of brackets.
  func words(_ word: String, from start: Int, to end: Int) -> [Int] {
    var found: [Int] = []
    var index = start
    while index < end {
      if tokens[index].isWord(word) { found.append(index) }
      index = tokens.placeBehind(index)
    }
    return found
  }
}
