internal import AssetSQLite

/// The ids of a table in ranges of one width, in their order.
struct IDRanges {
  private let first: Int64
  private let last: Int64
  private let width: Int64

  /// How many ids a range has at least.
  private static let least: Int64 = 1_024
  /// How many ranges there are at most. Where ids are far apart most of them are empty.
  private static let most: Int64 = 16_384

  /// Those from `first` on that the table has; nil if it has none, or none that a store gives.
  ///
  /// - Parameter source: the table.
  init?(of source: SQLFragment, from first: Int64, on connection: borrowing Connection) throws {
    // Two statements, because SQLite finds one end at once and looks for both in all rows.
    guard let low = try connection.integer(of: "SELECT min(_id) FROM \(source)"),
      let high = try connection.integer(of: "SELECT max(_id) FROM \(source)"),
      low >= 0, max(low, first) <= high
    else { return nil }
    self.first = max(low, first)
    last = high
    width = max(Self.least, (last - self.first) / Self.most + 1)
  }

  /// How many ids they span.
  var span: Int64 { last - first + 1 }

  var count: Int { Int((last - first) / width) + 1 }

  subscript(number: Int) -> ClosedRange<Int64> {
    let start = first + Int64(number) * width
    return start...(start + min(width - 1, last - start))
  }
}
