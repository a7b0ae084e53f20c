/// Says of texts whether a regular expression matches them as a whole, again and again: it keeps which set of states
/// follows which, so that a byte of ASCII costs one look into a table.
///
/// What it keeps is bounded: it forgets when there is too much of it, and the time stays linear in the text.
public struct PatternMatcher: Sendable {
  private let expression: RegularExpression
  /// The states that take a character, of each set of them that has come up.
  private var sets: [[Int]] = []
  /// Whether a text may end at the set.
  private var accepts: [Bool] = []
  private var numbers: [[Int]: Int32] = [:]
  /// Which set follows a set at each character of ASCII.
  private var next: [Int32] = []

  private static let unknown: Int32 = -1
  private static let maxCount = 512
  private static let width = 128

  /// Nil for a rule without a pattern.
  ///
  /// - Throws: `RegularExpressionFault` for a pattern that is none.
  public init?(of rule: FieldRule) throws(RegularExpressionFault) {
    guard let pattern = rule.wholePattern else { return nil }
    try self.init(wholePattern: pattern)
  }

  private init(wholePattern: String) throws(RegularExpressionFault) {
    expression = try RegularExpression(wholePattern)
    forget()
  }

  private mutating func forget() {
    sets.removeAll()
    accepts.removeAll()
    numbers.removeAll()
    next.removeAll()
    _ = add(expression.reach([0], isStart: true))
  }

  public mutating func matches(_ text: Span<UInt8>) -> Bool {
    var at = 0
    var set: Int32 = 0
    while at < text.count {
      let byte = text[at]
      let known = byte < 0x80 ? next[Int(set) * Self.width + Int(byte)] : Self.unknown
      if known >= 0 {
        at += 1
        set = known
      } else {
        let scalar = RegularExpression.scalar(text, &at)
        set = step(from: set, scalar)
      }
      // No state is left that the rest of the text could change.
      if sets[Int(set)].isEmpty { return at == text.count && accepts[Int(set)] }
    }
    return accepts[Int(set)]
  }

  private mutating func step(from set: Int32, _ scalar: UInt32) -> Int32 {
    let targets = sets[Int(set)].filter { expression.takes(scalar, at: $0) }.map { $0 + 1 }
    let states = expression.reach(targets, isStart: false)
    if let number = numbers[states.key] {
      if scalar < 0x80 { next[Int(set) * Self.width + Int(scalar)] = number }
      return number
    }
    guard sets.count < Self.maxCount else {
      forget()
      return numbers[states.key] ?? add(states)
    }
    let number = add(states)
    if scalar < 0x80 { next[Int(set) * Self.width + Int(scalar)] = number }
    return number
  }

  private mutating func add(_ states: RegularExpression.Reach) -> Int32 {
    let number = Int32(sets.count)
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
      case .split(let first, let second): pending += [first, second]
      case .assertStart: if isStart { pending.append(state + 1) }
      case .assertEnd: if isEnd { pending.append(state + 1) }
      }
    }
    return (takers.sorted(), matches)
  }
}
