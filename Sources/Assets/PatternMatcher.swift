/// Says of texts whether a regular expression matches them as a whole, again and again: it keeps which set of states
/// follows which, so that a byte of ASCII costs one look into a table.
///
/// What it keeps is bounded: it forgets when there is too much of it, and the time stays linear in the text.
package struct PatternMatcher: Sendable {
  private let expression: RegularExpression
  /// The states that take a character, of each set of them that has come up.
  private var sets: [[Int]] = []
  /// Whether a text may end at the set.
  private var accepts: [Bool] = []
  private var numbers: [[Int]: Int] = [:]
  /// Which set follows a set at each character of ASCII, as the place where what follows that begins.
  private var next: [Int32] = []

  private static let unknown: Int32 = -1
  private static let maxCount = 512
  private static let width = 128

  /// Nil for a rule without a pattern.
  ///
  /// - Throws: `RegularExpressionFault` for a pattern that is none.
  package init?(of rule: FieldRule) throws(RegularExpressionFault) {
    guard let expression = try rule.expression() else { return nil }
    self.expression = expression
    forget()
  }

  private mutating func forget() {
    sets.removeAll()
    accepts.removeAll()
    numbers.removeAll()
    next.removeAll()
    _ = add(expression.reach([0], isStart: true))
  }

  /// Whether the expression matches the text as a whole.
  package mutating func matches(_ text: Span<UInt8>) -> Bool {
    var (set, at) = (0, 0)
    while true {
      (set, at) = run(text, from: set, start: at)
      if at == text.count { return accepts[set] }
      set = step(text, from: set, at: &at)
    }
  }

  /// Goes on as long as it is known how.
  @inline(__always)
  private func run(_ text: Span<UInt8>, from set: Int, start: Int) -> (set: Int, at: Int) {
    let table = next.span
    var (row, at) = (set * Self.width, start)
    while at < text.count {
      let byte = text[at]
      guard byte < 0x80 else { break }
      let following = table[row + Int(byte)]
      guard following != Self.unknown else { break }
      row = Int(following)
      at += 1
    }
    return (row / Self.width, at)
  }

  private mutating func step(_ text: Span<UInt8>, from set: Int, at: inout Int) -> Int {
    let scalar = RegularExpression.scalar(text, at: &at)
    let targets = sets[set].filter { expression.takes(scalar, at: $0) }.map { $0 + 1 }
    let states = expression.reach(targets, isStart: false)
    if numbers[states.key] == nil, sets.count >= Self.maxCount {
      forget()
      return numbers[states.key] ?? add(states)
    }
    let number = numbers[states.key] ?? add(states)
    if scalar < 0x80 { next[set * Self.width + Int(scalar)] = Int32(number * Self.width) }
    return number
  }

  private mutating func add(_ states: RegularExpression.Reach) -> Int {
    let number = sets.count
    sets.append(states.takers)
    accepts.append(states.matchesAtEnd)
    numbers[states.key] = number
    next.append(contentsOf: repeatElement(Self.unknown, count: Self.width))
    return number
  }
}

extension RegularExpression {
  /// The states that are reached without a step.
  struct Reach {
    /// Those that take a character, in order.
    let takers: [Int]
    /// Whether the match is reached if the text ends here.
    let matchesAtEnd: Bool

    /// What tells it from others.
    var key: [Int] { matchesAtEnd ? takers + [-1] : takers }
  }

  func reach(_ states: [Int], isStart: Bool) -> Reach {
    let ends = follow(states, isStart: isStart, isEnd: true)
    let goesOn = follow(states, isStart: isStart, isEnd: false)
    return Reach(takers: goesOn.takers, matchesAtEnd: ends.matches)
  }

  func takes(_ scalar: UInt32, at state: Int) -> Bool {
    if case .take(let set) = program[state] {
      set.contains(scalar, ignoresCase: ignoresCase)
    } else {
      false
    }
  }

  private func follow(
    _ states: [Int], isStart: Bool, isEnd: Bool
  ) -> (takers: [Int], matches: Bool) {
    var seen = [Bool](repeating: false, count: program.count)
    var pending = states
    var takers: [Int] = []
    var matches = false
    while let state = pending.popLast() {
      if seen[state] { continue }
      seen[state] = true
      switch program[state] {
      case .match: matches = true
      case .take: takers.append(state)
      case .jump(let target): pending.append(target)
      case .save: pending.append(state + 1)
      case .split(let first, let second): pending += [first, second]
      case .assertStart: if isStart { pending.append(state + 1) }
      case .assertEnd: if isEnd { pending.append(state + 1) }
      }
    }
    return (takers.sorted(), matches)
  }
}
