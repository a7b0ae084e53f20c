internal import AssetCatalogue
internal import AssetJSON
internal import Assets

/// A value that is given for all records, read as a record's own would be if it came as text.
struct GivenValue: Hashable {
  /// As it was given.
  let text: String
  let cell: RecordBatch.Cell
  /// Where the cell's text is.
  private let bytes: [UInt8]

  /// - Parameter option: how it was given.
  /// - Throws: a `usage` fault if the field can't hold it.
  init(_ text: String, for name: String, of type: AssetType, by option: String) throws {
    self.text = text
    let fields = type.fields.filter { $0.name == name }
    if name == type.accountField, Array(text.utf8).span.isSpreadsheetNumber {
      throw Fault(
        .usage, what: "\(option) \(text.shortened(toScalars: 40))",
        why: "a spreadsheet has made it of an account's number", advice: "give all of its digits")
    }
    let part = try AssetType(type.name, accountField: nil, keyTemplate: nil, fields: fields)
    var converter = RecordConverter(
      type: part, context: try MappingContext(for: part), readsText: true, refusesOddValues: true)
    do {
      let record = JSONValue.object([
        .init(Field.keyName, value: "given"), .init(name, value: .string(text)),
      ])
      let batch = try converter.convert(Array(record.text.utf8))
      cell = batch.cells[1]
      bytes = batch.bytes
    } catch let fault as Fault {
      throw Fault(
        .usage, what: option, why: fault.why,
        advice: fault.advice ?? "give what the field holds"
      )
    }
  }

  /// Whether a cell of a batch holds the same.
  func isSame(as other: RecordBatch.Cell, in batch: [UInt8]) -> Bool {
    switch (cell, other) {
    case (.text(let range), .text(let place)): bytes[range] == batch[place]
    default: cell == other
    }
  }

  /// The same as a cell of a batch with these bytes.
  func append(to batch: inout [UInt8]) -> RecordBatch.Cell {
    guard case .text(let range) = cell else { return cell }
    return .text(batch.place(Array(bytes[range])))
  }
}
