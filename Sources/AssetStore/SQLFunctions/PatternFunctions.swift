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
