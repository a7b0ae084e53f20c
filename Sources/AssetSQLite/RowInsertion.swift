/// Inserts rows several at a time: what a statement costs beside its rows is more than a row of a few small values
/// costs. Measured on rows of a number and twenty bytes, that takes a third off.
package struct RowInsertion: Sendable {
  /// So many rows a statement; more gain nothing.
  private static let rowCount = 16

  private let one: String
  private let several: String
  private let columns: Int
  private var pending: [Statement.Slice] = []

  /// - Parameters:
  ///   - beginning: the statement up to its values: `INSERT INTO terms`.
  ///   - columns: how many values a row has.
  package init(_ beginning: String, columns: Int) {
    self.columns = columns
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    one = "\(beginning) VALUES \(row)"
    several =
      "\(beginning) VALUES "
      + Array(repeating: row, count: Self.rowCount).joined(separator: ", ")
    pending.reserveCapacity(columns * Self.rowCount)
  }

  /// Inserts the row now or, at the latest, when `finish` is called.
  ///
  /// - Parameter bytes: of which the values are places; the same in each call until `finish`.
  package mutating func add(
    _ row: Span<Statement.Slice>, in bytes: Span<UInt8>, on connection: borrowing Connection
  ) throws {
    precondition(row.count == columns, "the row has another number of values")
    for index in row.indices { pending.append(row[index]) }
    guard pending.count == columns * Self.rowCount else { return }
    try connection.withStatement(several) { try $0.run(pending.span, in: bytes) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Inserts the rows that are left.
  package mutating func finish(
    in bytes: Span<UInt8>, on connection: borrowing Connection
  ) throws {
    guard !pending.isEmpty else { return }
    try connection.withStatement(one) { insert in
      for start in stride(from: 0, to: pending.count, by: columns) {
        try insert.run(pending.span.extracting(start..<start + columns), in: bytes)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
