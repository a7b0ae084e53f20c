internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions of all matches of a regular expression.
enum PatternSplitting {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let searches = CompiledPattern(keepsGroups: true)
    try connection.define("regexp_substr", arguments: 2) { arguments throws(FunctionFault) in
      if arguments.hasNull { return .null }
      let text = arguments.bytes(at: 0) ?? []
      let expression = try searches.expression(arguments, at: 1)
      let check = arguments.interruption.check
      guard let places = try expression.firstMatch(in: text.span, pause: check) else {
        return .null
      }
      // Of a pattern with groups it is the first group.
      let place = places.count > 1 ? places[1] : places[0]
      return Value(place.map { String(decoding: text[$0], as: UTF8.self) })
    }
    try connection.define("regexp_count", arguments: 2) { arguments throws(FunctionFault) in
      if arguments.hasNull { return .null }
      return .integer(
        Int64(try matches(arguments, searches: searches, flags: PatternFlags()).count))
    }
    try connection.define("regexp_split_to_array", arguments: 2) {
      arguments throws(FunctionFault) in
      if arguments.hasNull { return .null }
      let text = arguments.bytes(at: 0) ?? []
      var (parts, start): ([JSONValue], Int) = ([], 0)
      for places in try matches(arguments, searches: searches, flags: PatternFlags()) {
        guard let match = places[0], !match.isEmpty || match.lowerBound > start,
          match.lowerBound < text.count || !match.isEmpty
        else { continue }
        parts.append(.string(String(decoding: text[start..<match.lowerBound], as: UTF8.self)))
        start = match.upperBound
      }
      parts.append(.string(String(decoding: text[start...], as: UTF8.self)))
      return .text(JSONValue.array(parts).text)
    }
    for count in 2...3 {
      try connection.define("regexp_matches", arguments: count) { arguments throws(FunctionFault) in
        if arguments.hasNull { return .null }
        let flags = try PatternFlags(
          arguments.text(at: 2, or: ""), of: "regexp_matches", hasGlobal: true)
        let text = arguments.bytes(at: 0) ?? []
        let all = try matches(arguments, searches: searches, flags: flags)
        let kept = flags.isGlobal ? all[...] : all.prefix(1)
        let rows = kept.map { places in
          let groups = places.count > 1 ? places.dropFirst() : places[...]
          return JSONValue.array(
            groups.map { place in
              place.map { .string(String(decoding: text[$0], as: UTF8.self)) } ?? .null
            })
        }
        return .text(JSONValue.array(Array(rows)).text)
      }
    }
  }

  /// The places of each match, and of its groups.
  private static func matches(
    _ arguments: borrowing FunctionArguments, searches: CompiledPattern, flags: PatternFlags
  ) throws(FunctionFault) -> [[Range<Int>?]] {
    let text = arguments.bytes(at: 0) ?? []
    let expression = try searches.expression(arguments, at: 1, flags: flags)
    let interruption = arguments.interruption
    var (found, at): ([[Range<Int>?]], Int) = ([], 0)
    while at <= text.count,
      let places = try expression.firstMatch(in: text.span, from: at, pause: interruption.check),
      let match = places[0]
    {
      try interruption.check()
      found.append(places)
      at =
        match.isEmpty
        ? ByteText.nextCharacter(behind: match.upperBound, in: text) : match.upperBound
    }
    return found
  }
}
