internal import Assets

extension SQLRewriter {
  /// Behind a sign an interval makes a call of what stands before it.
  mutating func rewriteInterval(_ index: Int) throws {
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
    guard !tokens[index + 2].isSymbol(in: ["*", "/"]) else {
      throw fault(
        "an interval is not multiplied or divided", "write it out: INTERVAL '90 days'",
        at: index + 2)
    }
    let function = sign.isSymbol("+") ? "add_interval" : "subtract_interval"
    edits.insert("\(function)(", before: tokens[start].range.lowerBound)
    edits.replace(sign.range.lowerBound..<tokens[index].range.upperBound, with: ",")
    edits.insert(")", behind: tokens[index + 1].range.upperBound)
  }

  /// Timestamps are text, of which SQLite would take the year for a number.
  func refuseMomentAsNumber(_ index: Int) throws {
    guard tokens.endsOperand(index - 1), !tokens[index + 1].isWord("interval") else { return }
    let operands = [
      self.operands.left(endingAt: index - 1), self.operands.right(startingAt: index + 1),
    ]
    guard operands.contains(where: { $0?.kind == .moment }) else { return }
    throw noReckoning(index)
  }

  /// So does a sum of them.
  func refuseSumOfMoments(_ index: Int) throws {
    guard operands.kind(of: tokens.firstArgument(ofCall: index)) == .moment else { return }
    throw noReckoning(index)
  }

  private func noReckoning(_ index: Int) -> Fault {
    fault(
      "a timestamp is no number to reckon with",
      "add an INTERVAL to it or take one away; seconds are EXTRACT(epoch FROM x)", at: index)
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
}
