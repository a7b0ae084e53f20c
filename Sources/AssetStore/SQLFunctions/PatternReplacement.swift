/// What stands in place of a match: `\\1` to `\\9` are its groups and `\\&` is all of it, as PostgreSQL spells them;
/// `$1` to `$9` and `$0` are the same as DDSQL does. A backslash takes what else follows it for itself.
struct PatternReplacement {
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
