import TestSupport

/// Changes bytes at random, as a transfer, a bad program or an attacker would.
struct Mutator {
  private var random: SeededGenerator

  /// What the formats are made of, and what their readers stumble over.
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\"\"", "\\\"", "\\u0000", "\\ud800", "null", "true",
    "0", "-", "1e999", "99999999999999999999", "\n", "\r\n", "\t", " ", "\u{0}", "\u{FEFF}", "é",
    "=>", "a=>b", "{}", "[]", "{\"a\":", "[[[[[[[[", "\"{\\\"", "Ref", "\u{1F}\u{8B}",
    "{\"Ref\":\"x\"}", "\"Items\":[{}]", "\"NextToken\":\"x\"", "-----", ": ",
  ].map { Array($0.utf8) }

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The bytes with one or two changes; the others are to take pieces from.
  mutating func mutate(_ bytes: [UInt8], others: [[UInt8]]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...2, using: &random) { change(&bytes, others) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    let part = range(in: bytes)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      if !bytes.isEmpty { bytes[place(in: bytes)] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: if !bytes.isEmpty { bytes[place(in: bytes)] = .random(in: 0...255, using: &random) }
    case 2: bytes.removeSubrange(part)
    case 3: bytes.replaceSubrange(part, with: Self.pieces.randomElement(using: &random) ?? [])
    case 4:
      bytes.insert(
        contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: part.lowerBound)
    case 5: bytes.insert(contentsOf: bytes[part], at: range(in: bytes).lowerBound)
    case 6: bytes.removeLast(bytes.count - part.lowerBound)
    default:
      let other = others.randomElement(using: &random) ?? []
      bytes.replaceSubrange(part, with: other[range(in: other)])
    }
  }

  private mutating func place(in bytes: [UInt8]) -> Int {
    Int.random(in: bytes.indices, using: &random)
  }

  /// Mostly a short one.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let longest = Int.random(in: 0..<8, using: &random) == 0 ? bytes.count : 4
    return start..<Int.random(in: start...min(bytes.count, start + longest), using: &random)
  }
}
