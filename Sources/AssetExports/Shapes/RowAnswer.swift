internal import AssetJSON
internal import Assets

/// Answers with columns named once and a list of values for each row: `{"columns": [{"name"}], "rows": [[…]]}`, of Azure
/// Resource Graph and Log Analytics.
final class RowAnswer: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, _ index: Int, _ origin: RecordOrigin, into sink: inout RecordSink
  ) throws(ValueFault) {
    guard let table = Self.table(tape, TapeObject(tape, index)) else {
      throw ValueFault(index, "the answer has no columns and rows")
    }
    var names: [Int] = []
    var column = tape.firstChild(of: table.columns)
    while tape.hasValue(at: column) {
      guard let name = TapeObject(tape, column).member("name", .string) else {
        throw ValueFault(column, "a column of the answer has no name")
      }
      names.append(name.value)
      column = tape.index(after: column)
    }
    var places = PartPlaces(from: origin.place)
    var row = tape.firstChild(of: table.rows)
    while tape.hasValue(at: row) {
      do throws(ValueFault) {
        try build(tape, row, names)
        try sink.take(builder, RecordOrigin(places.place(of: row, on: tape)), to: sink.router.only)
      } catch {
        try sink.refusals.refuse(error, tape, row)
      }
      row = tape.index(after: row)
    }
  }

  private func build(
    _ tape: borrowing JSONTape, _ row: Int, _ names: [Int]
  ) throws(ValueFault) {
    guard tape.kind(at: row) == .array, tape.count(of: row) == names.count else {
      throw ValueFault(row, "the row has not as many values as there are columns")
    }
    builder.begin()
    builder.openContainer(.object, origin: row)
    var value = tape.firstChild(of: row)
    for name in names {
      builder.copy(tape, name, origin: value)
      builder.copy(tape, value)
      value = tape.index(after: value)
    }
    builder.closeContainer(origin: row)
    builder.end()
  }

  /// Where the columns and the rows are; nil if it is no such answer.
  static func table(
    _ tape: borrowing JSONTape, _ object: TapeObject
  ) -> (columns: Int, rows: Int)? {
    let data = object.member("data", .object).map { TapeObject(tape, $0.value) } ?? object
    guard let columns = data.member("columns", .array), let rows = data.member("rows", .array),
      tape.isListOfObjects(columns.value)
    else { return nil }
    let first = tape.firstChild(of: rows.value)
    return tape.hasValue(at: first) && tape.kind(at: first) == .array
      ? (columns.value, rows.value) : nil
  }
}

extension Outline {
  static func rows(_ tape: borrowing JSONTape, _ object: TapeObject) -> Outline? {
    RowAnswer.table(tape, object) == nil
      ? nil : Outline(format: .json, shape: .rows, steps: [], isWhole: true)
  }
}
