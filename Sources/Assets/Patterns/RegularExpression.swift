/// A regular expression: POSIX's extended ones with the escapes that PostgreSQL adds to them, apart from those that
/// look back or around.
///
/// It is matched as a set of states that steps from character to character (Thompson), never by trying again: the time
/// is at most the length of the text times that of the program, whatever the pattern and the text.
package struct RegularExpression: Sendable {
  enum Instruction: Sendable {
    /// Steps over one character of the set.
    case take(CharacterSet)
    /// Goes on at both, at the first one rather.
    case split(Int, Int)
    case jump(Int)
    /// Goes on at the start of the text, or at its end.
    case assertStart, assertEnd
    /// Keeps the place: where a group begins, at an even number, or where it ends, at the odd one behind it.
    case save(Int)
    case match
  }

  let program: [Instruction]
  let ignoresCase: Bool
  /// Whether a line begins and ends where the text does.
  let isByLine: Bool
  /// How many groups it keeps the places of, itself included.
  let groupCount: Int

  /// - Parameters:
  ///   - ignoresCase: whether A–Z are taken for a–z.
  ///   - isByLine: whether `^` and `$` are met in each line, and only a line feed itself takes one.
  ///   - keepsGroups: whether `firstMatch` is to tell where its groups are.
  package init(
    _ pattern: String, ignoresCase: Bool = false, isByLine: Bool = false, keepsGroups: Bool = false
  ) throws(RegularExpressionFault) {
    var parser = RegularExpressionParser(pattern)
    let node = try parser.parse()
    var compiler = RegularExpressionCompiler(keepsGroups: keepsGroups, isByLine: isByLine)
    try compiler.emit(node)
    program = compiler.program + [.match]
    groupCount = 1 + (keepsGroups ? parser.groupCount : 0)
    self.ignoresCase = ignoresCase
    self.isByLine = isByLine
  }

  /// How many steps lie between two pauses: some milliseconds.
  static let workOfPause = 1 << 16

  /// Whether it matches anywhere in the text.
  ///
  /// - Parameter pause: called again and again while that takes long; what it throws ends it.
  package func matches<Failure: Error>(
    _ text: Span<UInt8>, pause: () throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    if isByLine { return try firstMatch(in: text, pause: pause) != nil }
    var work = 0
    var states = StateSet(capacity: program.count)
    var next = StateSet(capacity: program.count)
    var at = 0
    while true {
      if add(0, at: at, end: text.count, to: &states) { return true }
      guard at < text.count else { return false }
      work += 1 + states.count
      if work > Self.workOfPause {
        try pause()
        work = 0
      }
      let scalar = Self.scalar(text, at: &at)
      next.removeAll()
      for index in 0..<states.count {
        let state = states[index]
        if case .take(let set) = program[state], set.contains(scalar, ignoresCase: ignoresCase),
          add(state + 1, at: at, end: text.count, to: &next)
        {
          return true
        }
      }
      swap(&states, &next)
    }
  }

  /// Adds a state and all that it leads to without a step; whether one of them is the match.
  private func add(_ state: Int, at: Int, end: Int, to states: inout StateSet) -> Bool {
    states.pending.append(state)
    while let state = states.pending.popLast() {
      guard states.insert(state) else { continue }
      switch program[state] {
      case .match:
        states.pending.removeAll(keepingCapacity: true)
        return true
      case .take: break
      case .jump(let target): states.pending.append(target)
      case .save: states.pending.append(state + 1)
      case .split(let first, let second):
        states.pending.append(first)
        states.pending.append(second)
      case .assertStart: if at == 0 { states.pending.append(state + 1) }
      case .assertEnd: if at == end { states.pending.append(state + 1) }
      }
    }
    return false
  }

  /// The character at an offset, which moves behind it. What is no UTF-8 counts byte by byte.
  static func scalar(_ text: Span<UInt8>, at: inout Int) -> UInt32 {
    let first = text[at]
    at += 1
    let length = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    guard length > 0, at + length <= text.count else { return UInt32(first) }
    var scalar = UInt32(first) & (0x3F >> UInt32(length))
    for index in at..<at + length { scalar = scalar << 6 | UInt32(text[index] & 0x3F) }
    at += length
    return scalar
  }
}

/// States in the order in which they came, each once.
private struct StateSet {
  private var order: [Int] = []
  private var isIn: [Bool]
  /// States that are still to be followed.
  var pending: [Int] = []

  init(capacity: Int) {
    isIn = [Bool](repeating: false, count: capacity)
    order.reserveCapacity(capacity)
  }

  var count: Int { order.count }

  subscript(index: Int) -> Int { order[index] }

  mutating func insert(_ state: Int) -> Bool {
    guard !isIn[state] else { return false }
    isIn[state] = true
    order.append(state)
    return true
  }

  mutating func removeAll() {
    for state in order { isIn[state] = false }
    order.removeAll(keepingCapacity: true)
  }
}

/// Why a text is no regular expression.
package struct RegularExpressionFault: Error, Hashable, Sendable {
  /// What is wrong with the pattern.
  package let reason: String
}
