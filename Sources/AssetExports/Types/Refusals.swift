internal import AssetJSON
internal import Assets

/// The records that were refused, where they are kept and the rest of their export read.
struct Refusals {
  /// A record that was refused, before it is known at which line it is.
  struct Record {
    let fault: LocatedFault
    /// As JSON text.
    let json: [UInt8]
  }

  let areKept: Bool
  private var records: [Record] = []
  /// How many bytes they have.
  private(set) var bytes = 0
  /// The record that was put together last, if it was refused: as JSON text.
  private var built: [UInt8] = []

  init(areKept: Bool) { self.areKept = areKept }

  var isEmpty: Bool { records.isEmpty }

  /// Notes the record that was put together, before its fault is thrown.
  mutating func note(built tape: borrowing JSONTape) {
    guard areKept else { return }
    built.removeAll()
    tape.write(JSONTape.root, to: &built)
  }

  /// Keeps what is wrong with one record, and the record, where refused ones are kept; else that is thrown on.
  ///
  /// - Parameter index: where the record is on the tape.
  mutating func refuse(
    _ fault: ValueFault, on tape: borrowing JSONTape, at index: Int
  ) throws(ValueFault) {
    guard areKept else { throw fault }
    var json = built
    if json.isEmpty { tape.write(index, to: &json) }
    built = []
    bytes += json.count
    records.append(Record(fault: fault.located(on: tape), json: json))
  }

  /// Keeps what is wrong with a record that has no JSON.
  mutating func add(_ fault: LocatedFault) { records.append(Record(fault: fault, json: [])) }

  /// What has been refused since the last call.
  mutating func take() -> [Record] {
    defer { (records, bytes) = ([], 0) }
    return records
  }
}
