internal import Assets
internal import AssetSQLite

/// What a run changes in the table `spans`, collected so that each blob is written once or, in a long run, a few times.
struct PendingSpans {
  private var changes: [Int64: [SpanChange]] = [:]
  /// The span that changed last, and its changes, which are not among the others.
  private var current: (span: Int64, changes: [SpanChange]) = (.min, [])
  private var count = 0
  private var editor = SpanEditor()

  private let maxCount: Int

  init(maxCount: Int) { self.maxCount = maxCount }

  mutating func add(_ id: Int64, _ term: UInt32, isRemoved: Bool) {
    let change = SpanChange(term: term, low: UInt16(truncatingIfNeeded: id), isRemoved: isRemoved)
    if id >> 16 != current.span {
      close()
      current = (id >> 16, changes.removeValue(forKey: id >> 16) ?? [])
    }
    current.changes.append(change)
    count += 1
  }

  /// Puts the current span's changes among the others.
  private mutating func close() {
    if !current.changes.isEmpty { changes[current.span] = current.changes }
    current = (.min, [])
  }

  /// Writes what there is if it is much, but for the newest span: that of a load is not complete yet.
  mutating func makeRoom(_ connection: borrowing Connection) throws {
    guard count > maxCount else { return }
    close()
    let newest = changes.keys.max()
    for span in changes.keys.sorted() where span != newest || changes.count == 1 {
      try write(span, connection)
    }
  }

  mutating func write(_ connection: borrowing Connection) throws {
    close()
    for span in changes.keys.sorted() { try write(span, connection) }
  }

  private mutating func write(_ span: Int64, _ connection: borrowing Connection) throws {
    guard var sorted = changes.removeValue(forKey: span) else { return }
    count -= sorted.count
    SpanChange.sortByTerm(&sorted)
    let isNew = try !SpanTable.hasSpan(span, connection)
    try connection.withStatement(SpanTable.insertion) { insert in
      try write(span, sorted, isNew: isNew, &insert, connection)
    }
  }

  /// - Parameter sorted: by term.
  private mutating func write(
    _ span: Int64, _ sorted: [SpanChange], isNew: Bool, _ insert: inout Statement,
    _ connection: borrowing Connection
  ) throws {
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].term == sorted[start].term { end += 1 }
      let term = Int64(sorted[start].term)
      if !isNew {
        try SpanTable.withBlob(span, term, connection) { blob in try editor.begin(blob) }
      } else {
        editor.begin()
      }
      editor.apply(sorted[start..<end])
      guard let place = SpanTable.place(span, term) else { throw TermTable.damage }
      if editor.blob.isEmpty {
        try SpanTable.remove(place, connection)
      } else {
        let row: [2 of Statement.Slice] = [.integer(place), .blob(0..<editor.blob.count)]
        try insert.run(row.span, in: editor.blob.span)
      }
      start = end
    }
  }
}
