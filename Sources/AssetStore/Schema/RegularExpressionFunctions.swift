internal import Assets
internal import SQLite

extension Connection {
  /// What SQL's `text REGEXP pattern` calls, and the same without regard to case; they are named as in SQLite's shell.
  func defineRegularExpressions() throws(SQLiteError) {
    for (name, ignoresCase) in [("regexp", false), ("regexpi", true)] {
      let compiled = CompiledPattern(ignoresCase: ignoresCase)
      try define(name, arguments: 2) { arguments in
        guard !arguments.isNull(at: 0), !arguments.isNull(at: 1) else { return .null }
        guard let expression = arguments.withBytes(at: 0, compiled.expression) else { return .null }
        return .integer(arguments.withBytes(at: 1) { expression.matches($0) } ? 1 : 0)
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

  /// Nil if it is no regular expression.
  func expression(_ bytes: Span<UInt8>) -> RegularExpression? {
    let last = pattern
    if compiled == nil || !bytes.isIdentical(inBytesTo: last.span) {
      pattern = Array(copying: bytes)
      compiled = try? RegularExpression(String(copying: bytes), ignoresCase: ignoresCase)
    }
    return compiled
  }
}
