package import Assets

// What puts records together from others.
extension RecordBatch {
  /// Begins again without a record, in the memory of those before.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Appends a cell with this text to the record that is being put together.
  package mutating func append(text: Span<UInt8>) {
    let start = bytes.count
    bytes.append(span: text)
    cells.append(.text(start..<bytes.count))
  }

  /// Appends a cell without text.
  package mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Ends the record once it has all of its cells.
  package mutating func endRecord(at place: Place) { places.append(place) }
}
