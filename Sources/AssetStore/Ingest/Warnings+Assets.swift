internal import AssetExports
internal import Assets

extension Warnings {
  mutating func addTwice(_ batch: RecordBatch, at index: Int) {
    guard case .text(let range)? = batch.record(index).first else { return }
    let key = String(decoding: batch.bytes[range], as: UTF8.self)
    addTwice(key, place: "line \(batch.places[index].line): ")
  }

  /// An asset that came more than once in a run.
  mutating func addTwice(_ key: String, place: String = "", count: Int = 1) {
    add(
      "asset-twice", count: count,
      example: "\(place)'\(key.shortened(toScalars: 200))' came more than once; "
        + "where its records disagree, the last counts")
  }
}
