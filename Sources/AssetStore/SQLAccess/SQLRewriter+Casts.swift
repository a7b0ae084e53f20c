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
