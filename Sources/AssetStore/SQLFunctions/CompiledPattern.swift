internal import Assets
internal import AssetSQLite

/// Keeps the last pattern compiled: a statement asks each row about the same one.
final class CompiledPattern {
  private let keepsGroups: Bool
  private var pattern: [UInt8] = []
  private var flags = PatternFlags()
  private var compiled: RegularExpression?

  /// - Parameter keepsGroups: whether what matches is asked for, and not only whether anything does.
  init(keepsGroups: Bool = false) { self.keepsGroups = keepsGroups }

  /// - Parameter index: that of the argument which is the pattern; it is not NULL.
  func expression(
    _ arguments: borrowing FunctionArguments, at index: Int, flags: PatternFlags = PatternFlags()
  ) throws(FunctionFault) -> RegularExpression {
    try arguments.withBytes(at: index) { bytes throws(FunctionFault) in
      try expression(bytes, flags: flags)
    }
  }

  private func expression(
    _ bytes: Span<UInt8>, flags: PatternFlags
  ) throws(FunctionFault) -> RegularExpression {
    let last = pattern
    if let compiled, flags == self.flags, bytes.isIdentical(inBytesTo: last.span) {
      return compiled
    }
    let text = String(copying: bytes)
    // As in PostgreSQL a pattern may begin with an option.
    let isMarked = text.utf8.starts(with: "(?i)".utf8)
    do throws(RegularExpressionFault) {
      let expression = try RegularExpression(
        isMarked ? String(text.unicodeScalars.dropFirst(4)) : text,
        ignoresCase: flags.ignoresCase || isMarked,
        isByLine: flags.isByLine, keepsGroups: keepsGroups)
      (pattern, self.flags, compiled) = (Array(copying: bytes), flags, expression)
      return expression
    } catch {
      throw FunctionFault("the regular expression is none: \(error.reason)")
    }
  }

  /// What SQL takes for whether it matches.
  func match(
    _ arguments: borrowing FunctionArguments, pattern: Int, text: Int,
    flags: PatternFlags = PatternFlags()
  ) throws(FunctionFault) -> Value {
    guard !arguments.isNull(at: pattern), !arguments.isNull(at: text) else { return .null }
    let expression = try expression(arguments, at: pattern, flags: flags)
    let interruption = arguments.interruption
    let isMatch = try arguments.withBytes(at: text) { text throws(FunctionFault) in
      try expression.matches(text, pause: interruption.check)
    }
    return .integer(isMatch ? 1 : 0)
  }
}

/// The flags of PostgreSQL's and DDSQL's functions of regular expressions.
struct PatternFlags: Hashable {
  var ignoresCase = false
  var isByLine = false
  /// Whether all matches are meant, and not only the first.
  var isGlobal = false

  init(ignoresCase: Bool = false) { self.ignoresCase = ignoresCase }

  /// - Parameter name: what the function is called, and whether it has the flag `g`.
  init(_ text: String, of name: String, hasGlobal: Bool = false) throws(FunctionFault) {
    for flag in text {
      switch flag {
      case "i": ignoresCase = true
      case "c": ignoresCase = false
      case "n", "m": isByLine = true
      case "g" where hasGlobal: isGlobal = true
      default:
        throw FunctionFault(
          "\(name) knows the flags i, c, n\(hasGlobal ? ", m and g" : " and m"), and no '\(flag)'")
      }
    }
  }
}
