/// The characters that one step of a regular expression takes.
struct CharacterSet: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  static let any = CharacterSet(isNegated: true)

  init(_ ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  func contains(_ scalar: UInt32, ignoresCase: Bool) -> Bool {
    var isIn = ranges.contains { $0.contains(scalar) }
    if ignoresCase, !isIn, (0x41...0x5A).contains(scalar & ~0x20) {
      isIn = ranges.contains { $0.contains(scalar ^ 0x20) }
    }
    return isIn != isNegated
  }

  /// All that are not in the ranges.
  static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var rest: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if start < range.lowerBound { rest.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    return rest + [start...0x10FFFF]
  }

  /// POSIX's classes, of ASCII's characters: what is a letter elsewhere differs from system to system.
  static func named(_ name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "digit": [0x30...0x39]
    case "lower": [0x61...0x7A]
    case "upper": [0x41...0x5A]
    case "alpha": [0x41...0x5A, 0x61...0x7A]
    case "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "word": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
    case "space": [0x09...0x0D, 0x20...0x20]
    case "blank": [0x09...0x09, 0x20...0x20]
    case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "cntrl": [0x00...0x1F, 0x7F...0x7F]
    case "graph": [0x21...0x7E]
    case "print": [0x20...0x7E]
    default: nil
    }
  }

  /// `\d`, `\w`, `\s` and, in capitals, all others.
  static func escaped(_ letter: Unicode.Scalar) -> [ClosedRange<UInt32>]? {
    switch letter {
    case "d": named("digit")
    case "w": named("word")
    case "s": named("space")
    case "D": named("digit").map(complement)
    case "W": named("word").map(complement)
    case "S": named("space").map(complement)
    default: nil
    }
  }
}
