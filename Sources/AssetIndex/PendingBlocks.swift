internal import Assets
package import AssetSQLite

/// What a run changes in the table `blocks`, collected so that each blob is written once or, in a long run, a few times.
package struct PendingBlocks {
  private var changes: [Int64: [BlockChange]] = [:]
  /// The block that changed last, and its changes, which are not among the others.
  private var current: (block: Int64, changes: [BlockChange]) = (.min, [])
  private var count = 0
  private var editor = BlockEditor()

  private let maxCount: Int

  package init(maxCount: Int) { self.maxCount = maxCount }

  package mutating func add(_ id: Int64, term: UInt32, isRemoved: Bool) {
    let id = AssetID(id)
    let change = BlockChange(term: term, low: id.low, isRemoved: isRemoved)
    if id.block != current.block {
      close()
      current = (id.block, changes.removeValue(forKey: id.block) ?? [])
    }
    current.changes.append(change)
    count += 1
  }

  /// Puts the current block's changes among the others.
  private mutating func close() {
    if !current.changes.isEmpty { changes[current.block] = current.changes }
    current = (.min, [])
  }

  /// Writes what there is if it is much, but for the newest block: that of a load is not complete yet.
  package mutating func makeRoom(_ connection: borrowing Connection) throws {
    guard count > maxCount else { return }
    close()
    let newest = changes.keys.max()
    for block in changes.keys.sorted() where block != newest || changes.count == 1 {
      try write(block, on: connection)
    }
  }

  package mutating func write(_ connection: borrowing Connection) throws {
    close()
    for block in changes.keys.sorted() { try write(block, on: connection) }
  }

  private mutating func write(_ block: Int64, on connection: borrowing Connection) throws {
    guard var sorted = changes.removeValue(forKey: block) else { return }
    count -= sorted.count
    BlockChange.sortByTerm(&sorted)
    let isNew = try !BlockTable.hasBlock(block, on: connection)
    try write(block, sorted: sorted, isNew: isNew, on: connection)
  }

  /// - Parameter sorted: by term.
  private mutating func write(
    _ block: Int64, sorted: [BlockChange], isNew: Bool, on connection: borrowing Connection
  ) throws {
    var insertion = BlockTable.insertion
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].term == sorted[start].term { end += 1 }
      let term = Int64(sorted[start].term)
      if !isNew {
        try BlockTable.withBlob(block, term: term, on: connection) { blob in try editor.begin(blob)
        }
      } else {
        editor.begin()
      }
      editor.apply(sorted[start..<end])
      guard let place = BlockTable.place(block, term: term) else { throw TermTable.damage }
      if editor.blob.isEmpty {
        try BlockTable.remove(place, on: connection)
      } else {
        let row: [2 of Statement.Slice] = [.integer(place), .blob(0..<editor.blob.count)]
        try insertion.add(row.span, in: editor.blob.span, on: connection)
        try insertion.finish(in: editor.blob.span, on: connection)
      }
      start = end
    }
  }
}
