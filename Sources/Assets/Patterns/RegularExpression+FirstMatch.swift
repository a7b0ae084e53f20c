extension RegularExpression {
  /// Where it matches first: the range of bytes of the whole match, then that of each group, nil for a group that took
  /// no part. Of the matches that begin there it is the one that Perl, Java and ICU find: earlier branches go first,
  /// and a quantifier takes as much as it can, or with a `?` behind it as little. Nil if there is none.
  ///
  /// Costs at most the length of the text times that of the program and the number of groups.
  ///
  /// - Parameters:
  ///   - start: where to begin to look; what stands before it still counts for `^`.
  ///   - pause: called again and again while that takes long; what it throws ends it.
  package func firstMatch<Failure: Error>(
    in text: Span<UInt8>, from start: Int = 0, pause: () throws(Failure) -> Void
  ) throws(Failure) -> [Range<Int>?]? {
    var threads = ThreadList(program.count)
    var next = ThreadList(program.count)
    var found: [Int]?
    var (at, work) = (start, 0)
    while true {
      if found == nil {
        var places = [Int](repeating: -1, count: groupCount * 2)
        places[0] = at
        add(0, at: at, in: text, places: places, to: &threads)
      } else if threads.isEmpty {
        break
      }
      work += 1 + threads.count * groupCount
      if work > Self.workOfPause {
        try pause()
        work = 0
      }
      var behind = at
      let scalar = at < text.count ? Self.scalar(text, at: &behind) : nil
      next.removeAll()
      for index in 0..<threads.count {
        let (state, places) = threads[index]
        if case .match = program[state] {
          found = places
          found?[1] = at
          // What comes behind it is what it goes before.
          break
        }
        if case .take(let set) = program[state], let scalar,
          set.contains(scalar, ignoresCase: ignoresCase)
        {
          add(state + 1, at: behind, in: text, places: places, to: &next)
        }
      }
      guard scalar != nil else { break }
      swap(&threads, &next)
      at = behind
    }
    return found.map { places in
      (0..<groupCount).map { group in
        let (low, high) = (places[group * 2], places[group * 2 + 1])
        return low >= 0 && high >= low ? low..<high : nil
      }
    }
  }

  private enum Step {
    case follow(Int)
    case restore(Int, to: Int)
  }

  /// Adds a state and all that it leads to without a step, in the order in which they go before each other.
  private func add(
    _ state: Int, at: Int, in text: Span<UInt8>, places: [Int], to threads: inout ThreadList
  ) {
    var places = places
    var pending = [Step.follow(state)]
    while let step = pending.popLast() {
      guard case .follow(let state) = step else {
        if case .restore(let slot, let place) = step { places[slot] = place }
        continue
      }
      guard threads.visit(state) else { continue }
      switch program[state] {
      case .match, .take: threads.append(state, places: places)
      case .jump(let target): pending.append(.follow(target))
      case .split(let first, let second): pending += [.follow(second), .follow(first)]
      case .assertStart:
        if at == 0 || isByLine && text[at - 1] == 0x0A { pending.append(.follow(state + 1)) }
      case .assertEnd:
        if at == text.count || isByLine && text[at] == 0x0A { pending.append(.follow(state + 1)) }
      case .save(let slot):
        pending += [.restore(slot, to: places[slot]), .follow(state + 1)]
        places[slot] = at
      }
    }
  }
}

/// States that go before those behind them, each once, with the places that were kept on the way to them.
private struct ThreadList {
  private var threads: [(state: Int, places: [Int])] = []
  private var visited: [Int] = []
  private var isVisited: [Bool]

  init(_ capacity: Int) { isVisited = [Bool](repeating: false, count: capacity) }

  var count: Int { threads.count }
  var isEmpty: Bool { threads.isEmpty }

  subscript(index: Int) -> (state: Int, places: [Int]) { threads[index] }

  /// Whether the state has not come up before.
  mutating func visit(_ state: Int) -> Bool {
    guard !isVisited[state] else { return false }
    isVisited[state] = true
    visited.append(state)
    return true
  }

  mutating func append(_ state: Int, places: [Int]) { threads.append((state, places)) }

  mutating func removeAll() {
    for state in visited { isVisited[state] = false }
    visited.removeAll(keepingCapacity: true)
    threads.removeAll(keepingCapacity: true)
  }
}
