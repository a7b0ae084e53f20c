internal import Assets
internal import SQLite

extension Connection {
  /// What SQL's `text REGEXP pattern` calls, and the same without regard to case; they are named as in SQLite's shell.
  func defineRegularExpressions() throws(SQLiteError) {
    for (name, ignoresCase) in [("regexp", false), ("regexpi", true)] {
      let compiled = CompiledPattern(ignoresCase: ignoresCase)
      try define(name, arguments: 2) { arguments throws(FunctionFault) in
        try compiled.match(arguments, pattern: 0, text: 1)
      }
    }
  }

  /// PostgreSQL's function: a text, a pattern, and perhaps flags, of which there are `i` and `c`.
  func defineRegularExpressionTest() throws(SQLiteError) {
    for count in 2...3 {
      let patterns = [false, true].map { CompiledPattern(ignoresCase: $0) }
      try define("regexp_like", arguments: count) { arguments throws(FunctionFault) in
        if arguments.hasNull { return .null }
        let flags = arguments.count > 2 ? arguments.text(at: 2) ?? "" : ""
        if let flag = flags.first(where: { $0 != "i" && $0 != "c" }) {
          throw FunctionFault("regexp_like knows the flags i and c, and no '\(flag)'")
        }
        return try patterns[flags.last == "i" ? 1 : 0].match(arguments, pattern: 1, text: 0)
      }
    }
  }
}

/// Keeps the last pattern compiled: a statement asks each row about the same one.
private final class CompiledPattern {
  private let ignoresCase: Bool
  private var pattern: [UInt8] = []
  private var compiled: RegularExpression?

  init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

  func match(
    _ arguments: borrowing FunctionArguments, pattern: Int, text: Int
  ) throws(FunctionFault) -> Value {
    guard !arguments.isNull(at: pattern), !arguments.isNull(at: text) else { return .null }
    let expression = try arguments.withBytes(at: pattern, expression)
    let interruption = arguments.interruption
    let isMatch = try arguments.withBytes(at: text) { text throws(FunctionFault) in
      try expression.matches(text, pause: interruption.check)
    }
    return .integer(isMatch ? 1 : 0)
  }

  private func expression(_ bytes: Span<UInt8>) throws(FunctionFault) -> RegularExpression {
    let last = pattern
    if let compiled, bytes.isIdentical(inBytesTo: last.span) { return compiled }
    let text = String(copying: bytes)
    // As in PostgreSQL a pattern may begin with an option.
    let isMarked = text.hasPrefix("(?i)")
    do throws(RegularExpressionFault) {
      let expression = try RegularExpression(
        isMarked ? String(text.dropFirst(4)) : text, ignoresCase: ignoresCase || isMarked)
      (pattern, compiled) = (Array(copying: bytes), expression)
      return expression
    } catch {
      throw FunctionFault("the regular expression is none: \(error.reason)")
    }
  }
}
