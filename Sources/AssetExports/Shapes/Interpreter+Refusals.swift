internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// A record that was refused, before it is known at which line it is.
struct RefusedRecord {
  let fault: LocatedFault
  /// As JSON text.
  let json: [UInt8]
}

extension Interpreter {
  /// Keeps what is wrong with one record, and the record, where refused ones are kept; else that is thrown on.
  ///
  /// - Parameter index: where the record is on the tape.
  mutating func refuse(
    _ fault: ValueFault, _ tape: borrowing JSONTape, _ index: Int
  ) throws(ValueFault) {
    guard keepsRefused else { throw fault }
    var json = builtRecord
    if json.isEmpty { tape.write(index, to: &json) }
    builtRecord = []
    refusedBytes += json.count
    refused.append(RefusedRecord(fault: fault.located(on: tape), json: json))
  }

  /// What has been refused since the last call.
  mutating func takeRefused() -> [RefusedRecord] {
    defer { (refused, refusedBytes) = ([], 0) }
    return refused
  }
}
