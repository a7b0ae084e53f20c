internal import AssetSQLite

/// Which matches `regexp_replace` replaces: `(text, pattern, replacement[, start[, number]][, flags])`.
struct ReplacedMatches {
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
