internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// What reads a store on threads and connections of their own, beside a connection that has it locked.
struct ParallelReaders: Sendable {
  /// Absolute.
  private let path: String
  private let isCancelled: @Sendable () -> Bool

  private static let threads = 2
  /// For fewer ids one thread is as fast.
  private static let leastSpan = 16_384

  init(_ path: String, isCancelled: @escaping @Sendable () -> Bool) {
    self.path = path
    self.isCancelled = isCancelled
  }

  /// The rows of a type in the order of their ids, from this one on; nil where one thread has to read them.
  ///
  /// - Parameters:
  ///   - writing: what makes their writers; nil if nothing does.
  ///   - connection: in a transaction that has read, which keeps writers away.
  func rows(
    of select: TypeSelect, readings: [ResultCell.Reading], from first: Int64,
    writing: PartWriting?, on connection: borrowing Connection
  ) throws -> ParallelRows? {
    guard let writing, !select.namesKeys,
      let ranges = try IDRanges(of: select.currentSource, from: first, on: connection),
      ranges.span >= Self.leastSpan
    else { return nil }
    let counter = try connection.changeCounter()
    var readers: [RangeReader] = []
    for _ in 0..<Self.threads {
      guard let own = open(counter: counter) else { return nil }
      readers.append(
        RangeReader(own, rows: select.rowsBetweenIDs, readings: readings, writing: writing))
    }
    // Another file of that name may have the same counter.
    guard try !connection.hasMoved() else { return nil }
    let threads = try readers.enumerated().map { number, reader in
      try RowThread(
        reader,
        ranges: stride(from: number, to: ranges.count, by: readers.count).map { ranges[$0] })
    }
    return ParallelRows(threads: threads, rangeCount: ranges.count)
  }

  /// A connection that sees what the locked one sees, in a transaction that ends with it; nil where it may not read just
  /// now.
  private func open(counter: UInt32) -> Connection? {
    do {
      let connection = try Connection(path: path, access: .readOnly)
      try connection.prepareForStore()
      connection.interrupt(when: isCancelled)
      try connection.execute("BEGIN")
      _ = try connection.integer("PRAGMA schema_version")
      guard try connection.changeCounter() == counter else { return nil }
      return connection
    } catch {
      return nil
    }
  }
}

/// Rows that threads write, each a range of ids after the other.
struct ParallelRows {
  /// They take turns.
  let threads: [RowThread]
  let rangeCount: Int

  /// Writes all of them in their order; how many there are.
  func write(into writer: inout some RowWriter & ~Copyable) throws -> Int {
    var count = 0
    for number in 0..<rangeCount {
      count += try writeRange(from: threads[number % threads.count], into: &writer)
    }
    return count
  }

  private func writeRange(
    from thread: RowThread, into writer: inout some RowWriter & ~Copyable
  ) throws -> Int {
    while true {
      switch try thread.next() {
      case .rows(let bytes): try writer.append(rows: bytes.span)
      case .end(let count): return count
      }
    }
  }
}

extension Store {
  /// What may read beside the connection; nil for a store in memory.
  var parallelReaders: ParallelReaders? {
    path.utf8.first == UInt8(ascii: "/") ? ParallelReaders(path, isCancelled: isCancelled) : nil
  }
}
