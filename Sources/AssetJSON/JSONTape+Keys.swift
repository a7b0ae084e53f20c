internal import Assets

extension JSONTape {
  /// A key that an object has twice, the value itself or one within it; nil if there is none. Costs a look at each.
  package func keyTwice(in value: Int) -> Int? {
    guard isContainer(at: value) else { return nil }
    var pending = [value]
    var keys: [Int] = []
    while let container = pending.popLast() {
      let isObject = kind(at: container) == .object
      guard isObject || kind(at: container) == .array else { continue }
      keys.removeAll(keepingCapacity: true)
      var child = firstChild(of: container)
      while hasValue(at: child) {
        let member = isObject ? index(after: child) : child
        if isObject { keys.append(child) }
        if isContainer(at: member) { pending.append(member) }
        child = index(after: member)
      }
      if let key = twice(&keys) { return key }
    }
    return nil
  }

  package func isContainer(at index: Int) -> Bool {
    kind(at: index) == .object || kind(at: index) == .array
  }

  private func twice(_ keys: inout [Int]) -> Int? {
    guard keys.count > 1 else { return nil }
    keys.sort { compareBytes(at: $0, with: $1) < 0 }
    for index in 1..<keys.count where compareBytes(at: keys[index - 1], with: keys[index]) == 0 {
      return keys[index]
    }
    return nil
  }
}
