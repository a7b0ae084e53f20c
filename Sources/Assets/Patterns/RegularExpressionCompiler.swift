/// Turns a regular expression into the program that matches it.
struct RegularExpressionCompiler {
  private(set) var program: [RegularExpression.Instruction] = []
  private let keepsGroups: Bool
  private let isByLine: Bool

  init(keepsGroups: Bool, isByLine: Bool) {
    self.keepsGroups = keepsGroups
    self.isByLine = isByLine
  }

  /// Repetitions are written out, so that a short pattern could need a program without end.
  private static let maxLength = 2_000

  mutating func emit(_ node: RegularExpressionNode) throws(RegularExpressionFault) {
    switch node {
    case .set(var set):
      if isByLine, set.isNegated { set.ranges.append(0x0A...0x0A) }
      try append(.take(set))
    case .start: try append(.assertStart)
    case .end: try append(.assertEnd)
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let branches): try emitChoice(branches[...])
    case .group(let part, let number):
      if keepsGroups { try append(.save(number * 2)) }
      try emit(part)
      if keepsGroups { try append(.save(number * 2 + 1)) }
    case .repeated(let part, let low, let high, let isLazy):
      try emitRepeated(part, low: low, high: high, isLazy: isLazy)
    }
  }

  private mutating func append(
    _ instruction: RegularExpression.Instruction
  ) throws(RegularExpressionFault) {
    guard program.count < Self.maxLength else {
      throw RegularExpressionFault(reason: "it repeats too much, or is too long")
    }
    program.append(instruction)
  }

  private mutating func emitChoice(
    _ branches: ArraySlice<RegularExpressionNode>
  ) throws(RegularExpressionFault) {
    var ends: [Int] = []
    for branch in branches.dropLast() {
      let split = program.count
      try append(.jump(0))
      try emit(branch)
      ends.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    if let last = branches.last { try emit(last) }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func emitRepeated(
    _ part: RegularExpressionNode, low: Int, high: Int?, isLazy: Bool
  ) throws(RegularExpressionFault) {
    for _ in 0..<low {
      let start = program.count
      try emit(part)
      // Nothing, however often, is nothing.
      if program.count == start { return }
    }
    guard let high else {
      let split = program.count
      try append(.jump(0))
      try emit(part)
      try append(.jump(split))
      program[split] = Self.split(split + 1, end: program.count, isLazy: isLazy)
      return
    }
    var splits: [Int] = []
    for _ in low..<high {
      splits.append(program.count)
      try append(.jump(0))
      try emit(part)
    }
    for split in splits {
      program[split] = Self.split(split + 1, end: program.count, isLazy: isLazy)
    }
  }

  private static func split(
    _ more: Int, end: Int, isLazy: Bool
  ) -> RegularExpression.Instruction {
    isLazy ? .split(end, more) : .split(more, end)
  }
}
