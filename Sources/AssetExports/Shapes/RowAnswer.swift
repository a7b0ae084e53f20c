internal import AssetJSON
internal import Assets

/// Answers with columns named once and a list of values for each row: `{"columns": [{"name"}], "rows": [[…]]}`, of Azure
/// Resource Graph and Log Analytics.
final class RowAnswer: RecordShapeReader {
  private var builder = TapeBuilder()

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    guard let table = Self.table(tape, object: TapeObject(tape, at: index)) else {
      throw ValueFault(index, reason: "the answer has no columns and rows")
    }
    var names: [Int] = []
    var column = tape.firstChild(of: table.columns)
    while tape.hasValue(at: column) {
      guard let name = TapeObject(tape, at: column).member("name", kind: .string) else {
        throw ValueFault(column, reason: "a column of the answer has no name")
      }
      names.append(name.value)
      column = tape.index(after: column)
    }
    var places = PartPlaces(from: origin.place)
    var row = tape.firstChild(of: table.rows)
    while tape.hasValue(at: row) {
      do throws(ValueFault) {
        try build(tape, row: row, names: names)
        try sink.take(
          builder, from: RecordOrigin(places.place(of: row, on: tape)), to: sink.router.only)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: row)
      }
      row = tape.index(after: row)
    }
  }

  private func build(
    _ tape: borrowing JSONTape, row: Int, names: [Int]
  ) throws(ValueFault) {
    guard tape.kind(at: row) == .array, tape.count(of: row) == names.count else {
      throw ValueFault(row, reason: "the row has not as many values as there are columns")
    }
    builder.begin()
    builder.openContainer(.object, origin: row)
    var value = tape.firstChild(of: row)
    for name in names {
      builder.copy(tape, at: name, origin: value)
      builder.copy(tape, at: value)
      value = tape.index(after: value)
    }
    builder.closeContainer(origin: row)
    builder.end()
  }

  /// Where the columns and the rows are; nil if it is no such answer.
  static func table(
    _ tape: borrowing JSONTape, object: TapeObject
  ) -> (columns: Int, rows: Int)? {
    let data = object.member("data", kind: .object).map { TapeObject(tape, at: $0.value) } ?? object
    guard let columns = data.member("columns", kind: .array),
      let rows = data.member("rows", kind: .array),
      tape.isListOfObjects(columns.value)
    else { return nil }
    let first = tape.firstChild(of: rows.value)
    return tape.hasValue(at: first) && tape.kind(at: first) == .array
      ? (columns.value, rows.value) : nil
  }
}

extension Outline {
  static func rows(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    RowAnswer.table(tape, object: object) == nil
      ? nil : Outline(format: .json, shape: .rows, steps: [], isWhole: true)
  }
}
