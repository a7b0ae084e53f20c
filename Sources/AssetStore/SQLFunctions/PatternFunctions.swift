internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// PostgreSQL's and DDSQL's functions of regular expressions.
enum PatternFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    for count in 2...3 {
      let tests = CompiledPattern()
      try connection.define("regexp_like", arguments: count) { arguments throws(FunctionFault) in
        if arguments.hasNull { return .null }
        let flags = try PatternFlags(arguments.text(at: 2, or: ""), of: "regexp_like")
        return try tests.match(arguments, pattern: 1, text: 0, flags: flags)
      }
      let searches = CompiledPattern(keepsGroups: true)
      try connection.define("regexp_match", arguments: count) { arguments throws(FunctionFault) in
        if arguments.hasNull { return .null }
        let flags = try PatternFlags(arguments.text(at: 2, or: ""), of: "regexp_match")
        return try match(arguments, expression: searches.expression(arguments, at: 1, flags: flags))
      }
    }
    for count in 3...6 {
      let searches = CompiledPattern(keepsGroups: true)
      try connection.define("regexp_replace", arguments: count) { arguments throws(FunctionFault) in
        if arguments.hasNull { return .null }
        let range = try ReplacedMatches(arguments)
        return try replace(
          arguments, expression: searches.expression(arguments, at: 1, flags: range.flags),
          range: range)
      }
    }
  }

  /// The texts of the groups of the first match, of all of it if there are none; NULL without a match.
  private static func match(
    _ arguments: borrowing FunctionArguments, expression: RegularExpression
  ) throws(FunctionFault) -> Value {
    let text = arguments.bytes(at: 0) ?? []
    let interruption = arguments.interruption
    guard let places = try expression.firstMatch(in: text.span, pause: interruption.check) else {
      return .null
    }
    let groups = places.count > 1 ? places.dropFirst() : places[...]
    let members = groups.map { place in
      place.map { JSONValue.string(String(decoding: text[$0], as: UTF8.self)) } ?? .null
    }
    return .text(JSONValue.array(members).text)
  }

  private static func replace(
    _ arguments: borrowing FunctionArguments, expression: RegularExpression,
    range: ReplacedMatches
  ) throws(FunctionFault) -> Value {
    let text = arguments.bytes(at: 0) ?? []
    let replacement = PatternReplacement(arguments.bytes(at: 2) ?? [])
    let interruption = arguments.interruption
    var result: [UInt8] = []
    var (kept, at, number) = (0, range.offset(in: text), 0)
    while at <= text.count,
      let places = try expression.firstMatch(in: text.span, from: at, pause: interruption.check),
      let match = places[0]
    {
      // A search may be short, and there may be many.
      try interruption.check()
      number += 1
      if range.contains(number) {
        result += text[kept..<match.lowerBound]
        replacement.append(places, of: text, to: &result)
        kept = match.upperBound
        try SQLLimits.checkLength(result.count)
      }
      if range.isLast(number) { break }
      at =
        match.isEmpty
        ? ByteText.nextCharacter(behind: match.upperBound, in: text) : match.upperBound
    }
    result += text[kept...]
    try SQLLimits.checkLength(result.count)
    return .text(String(decoding: result, as: UTF8.self))
  }
}

/// Which matches `regexp_replace` replaces: `(text, pattern, replacement[, start[, number]][, flags])`.
private struct ReplacedMatches {
  /// In characters, counted from 1.
  private let start: Int64
  /// Counted from 1; 0 for all.
  private let number: Int64
  let flags: PatternFlags

  /// - Parameter arguments: three to six, none of them NULL.
  init(_ arguments: borrowing FunctionArguments) throws(FunctionFault) {
    let name = "regexp_replace"
    var numbers: [Int64] = []
    while numbers.count < 2, 3 + numbers.count < arguments.count,
      let number = arguments.integer(at: 3 + numbers.count)
    {
      numbers.append(number)
    }
    let next = 3 + numbers.count
    guard next >= arguments.count - 1 else {
      throw FunctionFault("\(name) takes a text, a pattern, its replacement, start, number, flags")
    }
    flags = try PatternFlags(arguments.text(at: next, or: ""), of: name, hasGlobal: true)
    start = numbers.first ?? 1
    number = numbers.count > 1 ? numbers[1] : flags.isGlobal ? 0 : 1
    guard start > 0, number >= 0 else {
      throw FunctionFault("\(name) counts characters and matches from 1")
    }
  }

  func contains(_ match: Int) -> Bool { number == 0 || match == number }

  func isLast(_ match: Int) -> Bool { match == number }

  /// Where to begin to look; behind the text if there are not so many characters.
  func offset(in text: [UInt8]) -> Int {
    var offset = 0
    for _ in 1..<min(start, Int64(text.count) + 2) {
      offset = ByteText.nextCharacter(behind: offset, in: text)
    }
    return offset
  }
}

/// What stands in place of a match: `\\1` to `\\9` are its groups and `\\&` is all of it, as PostgreSQL spells them;
/// `$1` to `$9` and `$0` are the same as DDSQL does. A backslash takes what else follows it for itself.
private struct PatternReplacement {
  private enum Part {
    case text([UInt8])
    case group(Int, spelling: [UInt8])
  }

  private var parts: [Part] = []

  init(_ spelling: [UInt8]) {
    var text: [UInt8] = []
    var at = 0
    while at < spelling.count {
      let (mark, next) = (spelling[at], at + 1 < spelling.count ? spelling[at + 1] : nil)
      at += 1
      guard let next, mark == UInt8(ascii: "\\") || mark == UInt8(ascii: "$") else {
        text.append(mark)
        continue
      }
      if let group = Self.group(next, mark: mark) {
        parts += [
          .text(text), .group(group, spelling: mark == UInt8(ascii: "$") ? [mark, next] : []),
        ]
        text = []
        at += 1
      } else if mark == UInt8(ascii: "\\") {
        text.append(next)
        at += 1
      } else {
        text.append(mark)
      }
    }
    parts.append(.text(text))
  }

  private static func group(_ byte: UInt8, mark: UInt8) -> Int? {
    let isDollar = mark == UInt8(ascii: "$")
    if byte == UInt8(ascii: "&") { return isDollar ? nil : 0 }
    let lowest = UInt8(ascii: isDollar ? "0" : "1")
    return lowest...UInt8(ascii: "9") ~= byte ? Int(byte - UInt8(ascii: "0")) : nil
  }

  func append(_ places: [Range<Int>?], of text: [UInt8], to result: inout [UInt8]) {
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .group(let number, let spelling):
        if number < places.count {
          if let place = places[number] { result += text[place] }
        } else {
          // What is no group of the pattern is a text, as a price is.
          result += spelling
        }
      }
    }
  }
}
