internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension RecordReader {
  /// Hands on what has been refused of the bytes that the window begins with.
  ///
  /// - Parameter row: the bytes of the row that it was, where it was one.
  mutating func takeRejections(row: Range<Int>? = nil) {
    guard !interpreter.sink.refusals.isEmpty else { return }
    let refused = interpreter.sink.refusals.take()
    rejected += refused.count
    for (place, one) in zip(window.places(at: refused.map(\.fault.offset)), refused) {
      let record = row.map { Rejection.Record.text(Array(window.bytes[$0])) } ?? .json(one.json)
      rejections.append(
        Rejection(
          place: place, reason: one.fault.reason, advice: one.fault.advice, record: record))
    }
  }

  /// Refuses a value that is no JSON, and that ends where it seems to, or what follows will tell.
  mutating func reject(_ fault: JSONFault, count: Int) {
    rejected += 1
    let told = fault.fault(window.name, at: window.place(at: fault.offset))
    rejections.append(
      Rejection(
        place: window.place(at: fault.offset), reason: told.why, advice: told.advice,
        record: .text(Array(window.bytes[window.unread.prefix(count)]))))
  }
}

extension InputWindow {
  /// The places of offsets from the first unread byte, in time that grows with their number and the bytes, not with
  /// both at once.
  fileprivate func places(at offsets: [Int]) -> [Place] {
    var places = offsets.map { _ in place }
    var (line, counted) = (line, 0)
    for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      let offset = min(offsets[index], unread.count)
      line += count(of: 0x0A, in: counted..<offset)
      counted = offset
      places[index] = Place(line: line, byte: consumed + offset + 1)
    }
    return places
  }
}
