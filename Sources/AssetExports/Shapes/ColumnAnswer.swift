internal import AssetJSON
internal import Assets

/// The answer of DDSQL's API, column by column: its rows are the records.
final class ColumnAnswer: RecordShapeReader {
  private var builder = TapeBuilder()

  /// One column of an answer that is laid out column by column.
  private struct Column {
    let name: [UInt8]
    let holdsTime: Bool
    let list: Int
    /// Where its next value is.
    var next: Int
  }

  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let data = Outline.answer(tape, object: TapeObject(tape, at: JSONTape.root)) ?? JSONTape.root
    let attributes =
      TapeObject(tape, at: data).member("attributes", kind: .object)?.value ?? JSONTape.root
    let answer = TapeObject(tape, at: attributes)
    guard let list = answer.member("columns", kind: .array) else {
      throw ValueFault(attributes, reason: "the answer of the query has no columns")
    }
    noteWarnings(tape, answer: answer, at: origin.place, into: &sink)
    var columns = try columns(tape, list: list.value, sink: sink)
    sink.spelling = ValueSpelling(isText: true, joinsValues: true)
    var count = 0
    while let first = columns.first, tape.hasValue(at: first.next) {
      count += 1
      try takeRow(
        tape, columns: &columns, from: RecordOrigin(origin.place, source: .ddsql), into: &sink)
    }
    for column in columns where tape.hasValue(at: column.next) {
      throw raggedFault(column)
    }
    if Self.cuts.contains(count) { sink.isPartial = true }
  }

  /// At how many rows answers are cut off without a word: at what pup asks for, at what the API gives if it is not asked
  /// for a number, and at the most that it gives.
  static let cuts = [50, 1_000, 5_000, 10_000]

  private func columns(
    _ tape: borrowing JSONTape, list: Int, sink: borrowing RecordSink
  ) throws(ValueFault) -> [Column] {
    var columns: [Column] = []
    var index = tape.firstChild(of: list)
    while tape.hasValue(at: index) {
      let column = TapeObject(tape, at: index)
      guard let name = column.member("name", kind: .string),
        let values = column.member("values", kind: .array)
      else { throw ValueFault(index, reason: "a column of the answer has no name or no values") }
      guard tape.withBytes(at: name.value, body: { $0.count <= TableHeader.maxName }) else {
        throw ValueFault(
          name.value, reason: "a column's name is longer than \(TableHeader.maxName) bytes")
      }
      let type = column.member("type", kind: .string).map { tape.string(at: $0.value) } ?? ""
      columns.append(
        Column(
          name: tape.withBytes(at: name.value) { Array(copying: $0) },
          holdsTime: ["TIMESTAMP", "DATE"].contains(type)
            && tape.withBytes(at: name.value) { sink.holdsTime($0) },
          list: values.value,
          next: tape.firstChild(of: values.value)))
      index = tape.index(after: index)
    }
    return columns
  }

  private func takeRow(
    _ tape: borrowing JSONTape, columns: inout [Column], from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    builder.begin()
    builder.openContainer(.object, origin: columns[0].next)
    for index in columns.indices {
      let value = columns[index].next
      guard tape.hasValue(at: value) else { throw raggedFault(columns[index]) }
      builder.addString(copying: columns[index].name, origin: value)
      if columns[index].holdsTime, let seconds = tape.secondsOfEarlyTime(at: value) {
        builder.addNumber(spelled: Array(seconds.utf8).span, origin: value)
      } else {
        builder.copy(tape, at: value)
      }
      columns[index].next = tape.index(after: value)
    }
    builder.closeContainer(origin: columns[0].list)
    do throws(ValueFault) {
      builder.end()
      try sink.take(builder, from: origin, to: nil)
    } catch {
      try sink.refusals.refuse(error, on: tape, at: JSONTape.root)
    }
  }

  private func raggedFault(_ column: Column) -> ValueFault {
    let name = String(decoding: column.name, as: UTF8.self)
    return ValueFault(
      column.list, reason: "the column '\(name)' has not as many values as the others",
      advice: "fetch the answer again")
  }

  private func noteWarnings(
    _ tape: borrowing JSONTape, answer: TapeObject, at place: Place, into sink: inout RecordSink
  ) {
    guard let list = answer.member("warnings", kind: .array) else { return }
    var warning = tape.firstChild(of: list.value)
    while tape.hasValue(at: warning) {
      var text: [UInt8] = []
      tape.write(warning, to: &text)
      sink.warnings.add(
        "ddsql",
        example: "line \(place.line): the query warned: "
          + String(decoding: text, as: UTF8.self).shortened(toScalars: 200))
      warning = tape.index(after: warning)
    }
  }
}

extension JSONTape {
  /// The seconds since 1970 of a number of milliseconds that is so near to 1970 that it would be taken for seconds; nil
  /// for all others.
  fileprivate func secondsOfEarlyTime(at index: Int) -> String? {
    guard kind(at: index).isNumber, let milliseconds = Int(string(at: index)),
      milliseconds.magnitude < 100_000_000_000
    else { return nil }
    let (seconds, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1_000)
    let digits = String(rest)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(milliseconds < 0 ? "-" : "")\(seconds).\(zeros)\(digits)"
  }
}
