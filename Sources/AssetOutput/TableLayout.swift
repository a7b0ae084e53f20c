/// How wide the columns of a table are.
package struct TableLayout {
  /// Of the columns that are shown, from the first on.
  package let widths: [Int]
  /// Whether there are columns that the room doesn't suffice for.
  package let hasMoreColumns: Bool

  package static let gap = 2
  /// A text column is shown if it has room for so much of its widest cell. A number is shown whole.
  private static let leastWidth = 6

  /// - Parameters:
  ///   - widths: of the widest cell of each column, at least 1.
  ///   - room: the columns of the terminal; nil for as many as it takes.
  package init(_ columns: [ResultColumn], widths: [Int], room: Int?) {
    let least = zip(columns, widths).map { column, width in
      column.isNumeric ? width : min(width, Self.leastWidth)
    }
    let shown = room.map { Self.countFitting(least, room: $0) } ?? columns.count
    hasMoreColumns = shown < columns.count
    guard let room, shown > 0 else {
      self.widths = widths
      return
    }
    // The mark for more columns takes a gap and an ellipsis.
    let gaps = (shown - 1) * Self.gap + (hasMoreColumns ? Self.gap + 1 : 0)
    self.widths = Self.share(
      max(room - gaps, shown), among: Array(widths[..<shown]), columns: Array(columns[..<shown]))
  }

  /// How many columns fit, at least one; all of them or some with the mark for more.
  private static func countFitting(_ least: [Int], room: Int) -> Int {
    var used = 0
    var count = 0
    for (index, width) in least.enumerated() {
      used += width + (index == 0 ? 0 : gap)
      if used + (gap + 1) <= room { count = index + 1 }
    }
    return used <= room ? least.count : min(max(count, 1), least.count)
  }

  /// Numbers first, then the texts from narrow to wide: what one of them leaves is there for the next.
  private static func share(_ room: Int, among widths: [Int], columns: [ResultColumn]) -> [Int] {
    var shares = widths
    let order = widths.indices.sorted {
      (columns[$0].isNumeric ? 0 : 1, widths[$0]) < (columns[$1].isNumeric ? 0 : 1, widths[$1])
    }
    var rest = room
    for (served, column) in order.enumerated() {
      let share = columns[column].isNumeric ? rest : rest / (order.count - served)
      shares[column] = min(widths[column], max(share, 1))
      rest -= shares[column]
    }
    return shares
  }
}
