internal import Assets

/// Changes the ids of one term in one block. Keeps its memory from one to the next.
package struct BlockEditor {
  private var list: [UInt16] = []
  private var bits: BlockBits?
  private var merged: [UInt16] = []
  /// What the set is spelled like; empty if it is.
  package private(set) var blob: [UInt8] = []

  package init() {}

  /// Begins with an empty set.
  package mutating func begin() {
    list.removeAll(keepingCapacity: true)
    bits = nil
  }

  /// Begins with the set that a blob spells.
  ///
  /// - Throws: the damage, where it spells none: what is merged with a list out of order would be wrong as well.
  package mutating func begin(_ blob: Span<UInt8>) throws {
    begin()
    if BlockBlob.isBitmap(blob) {
      bits = try BlockBits(blob)
    } else {
      try BlockBlob.forEach(blob) { list.append($0) }
      guard zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) else { throw TermTable.damage }
    }
  }

  /// - Parameter changes: an id may be gained and lost again, or the other way round, as often as its asset was
  ///   rewritten: what is left of that counts.
  package mutating func apply(_ changes: ArraySlice<BlockChange>) {
    blob.removeAll(keepingCapacity: true)
    let isInOrder = zip(changes, changes.dropFirst()).allSatisfy { $0.low < $1.low }
    let sorted = isInOrder ? changes : changes.sorted(by: BlockChange.precedes)[...]
    if bits == nil {
      merge(sorted)
      BlockBlob.append(merged, to: &blob)
    } else {
      Self.forEachNet(sorted) { change in
        if change.isRemoved { bits?.remove(change.low) } else { bits?.insert(change.low) }
      }
      if let bits { BlockBlob.append(bits, to: &blob) }
    }
  }

  private mutating func merge(_ changes: ArraySlice<BlockChange>) {
    merged.removeAll(keepingCapacity: true)
    var next = 0
    Self.forEachNet(changes) { change in
      let low = change.low
      while next < list.count, list[next] < low {
        merged.append(list[next])
        next += 1
      }
      if next < list.count, list[next] == low { next += 1 }
      if !change.isRemoved { merged.append(low) }
    }
    merged.append(contentsOf: list[next...])
  }

  /// Lends each id whose state the changes, which are sorted, leave another than it was.
  private static func forEachNet(
    _ changes: ArraySlice<BlockChange>, body: (_ change: (low: UInt16, isRemoved: Bool)) -> Void
  ) {
    var start = changes.startIndex
    while start < changes.endIndex {
      let low = changes[start].low
      var net = 0
      while start < changes.endIndex, changes[start].low == low {
        net += changes[start].isRemoved ? -1 : 1
        start += 1
      }
      if net != 0 { body((low: low, isRemoved: net < 0)) }
    }
  }
}
