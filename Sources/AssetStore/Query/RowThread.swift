internal import AssetFiles
internal import AssetOutput
internal import Assets
internal import AssetSQLite
internal import Synchronization

/// A thread that writes rows ahead of who takes them. It is gone before the value is.
final class RowThread {
  private let handover = Monitor(Handover<RowPiece>(limit: 4 << 20))
  private let thread: WorkerThread

  init(_ reader: RangeReader, ranges: [ClosedRange<Int64>]) throws {
    let handover = handover
    thread = try WorkerThread.start { reader.write(ranges, to: handover) }
  }

  // The thread ends at once, and its own value waits for that.
  deinit { handover.withValue { $0.isAbandoned = true } }

  func next() throws -> RowPiece {
    handover.withValue { $0.release() }
    guard let piece = try handover.wait(until: { $0.take() }).get() else {
      preconditionFailure("each range ends once")
    }
    return piece
  }
}

enum RowPiece: HandedOver {
  /// As they are written.
  case rows([UInt8])
  /// The range that these rows are of has so many.
  case end(count: Int)

  var weight: Int { if case .rows(let bytes) = self { bytes.count } else { 0 } }
}

/// Reads ranges of ids on a connection of its own.
final class RangeReader: Sendable {
  private let connection: Mutex<Connection>
  /// Of the ids between its last two parameters.
  private let rows: SQLFragment
  private let readings: [ResultCell.Reading]
  private let writing: PartWriting

  private static let pieceSize = 1 << 18

  init(
    _ connection: consuming sending Connection, rows: SQLFragment,
    readings: [ResultCell.Reading], writing: @escaping PartWriting
  ) {
    self.connection = Mutex(connection)
    self.rows = rows
    self.readings = readings
    self.writing = writing
  }

  /// Writes the ranges until nobody wants more.
  fileprivate func write(_ ranges: [ClosedRange<Int64>], to handover: Monitor<Handover<RowPiece>>) {
    do {
      try connection.withLock { connection in
        try connection.withStatement(of: rows) { statement in
          try write(ranges, of: &statement, to: handover)
        }
      }
    } catch {
      handover.withValue { $0.add(.failure(error)) }
    }
  }

  private func write(
    _ ranges: [ClosedRange<Int64>], of statement: inout Statement,
    to handover: Monitor<Handover<RowPiece>>
  ) throws {
    var writer = writing(
      OutputStream(pieces: Self.pieceSize) { piece in
        handover.withValue { $0.add(.success(.rows(Array(copying: piece)))) }
        guard handover.wait(until: \.isWanted) else { throw Abandoned() }
      })
    try write(ranges, of: &statement, into: &writer) { count in
      handover.withValue { $0.add(.success(.end(count: count))) }
    }
  }

  private func write(
    _ ranges: [ClosedRange<Int64>], of statement: inout Statement,
    into writer: inout some ResultWriter & ~Copyable, atEnd: (Int) -> Void
  ) throws {
    var cells = RowCells(readings)
    for range in ranges {
      try statement.rebind(rows.values.count - 1, to: .integer(range.lowerBound))
      try statement.rebind(rows.values.count, to: .integer(range.upperBound))
      var count = 0
      while try statement.step() {
        try cells.write(statement, into: &writer)
        count += 1
      }
      try writer.finish()
      atEnd(count)
    }
  }
}

/// Nobody takes what is read any more.
private struct Abandoned: Error {}
