internal import AssetJSON
internal import Assets

/// Rows of Steampipe's, whose columns are named alike for all services of a provider: `region`, `project`.
final class SteampipeRows: RecordShapeReader {
  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    try sink.read(tape, at: index)
    try sink.takeRead(tape, at: index, from: RecordOrigin(origin.place, source: .steampipe))
  }
}
