internal import AssetJSON
internal import Assets

/// The fields that tell in which zone, and so in which region, an asset is.
struct ZoneFields {
  /// The field that has a zone of Google's.
  let zoneID: Int?
  private let isAWS: Bool
  private let zones: [Int]
  private let placement: Int?

  init(_ type: AssetType) {
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    isAWS = type.name.provider == "aws"
    let isGoogle = type.name.provider == "gcp"
    zoneID = isGoogle ? index("zone_id") : nil
    zones = (isAWS ? ["availability_zone"] : isGoogle ? ["zone", "zone_id"] : []).compactMap(index)
    placement = isAWS ? index("placement") : nil
  }

  /// Nil if no zone is said.
  func region(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, in batch: borrowing RecordBatch,
    first: Int
  ) -> [UInt8]? {
    for zone in zones {
      if case .text(let range) = batch.cells[first + zone] {
        return region(of: Array(batch.bytes[range]))
      }
    }
    guard let placement, found.slots[placement].index != 0 else { return nil }
    let members = TapeObject(tape, at: found.slots[placement].index)
    guard
      let zone = members.member("availabilityzone", kind: .string)
        ?? members.member("availability_zone", kind: .string)
    else { return nil }
    return region(of: tape.withBytes(at: zone.value) { Array(copying: $0) })
  }

  private func region(of zone: [UInt8]) -> [UInt8]? {
    guard !isAWS else { return Identifier.region(ofZone: zone.span).map { Array(zone[$0]) } }
    let last = zone.lastIndex(of: UInt8(ascii: "/")).map { zone[($0 + 1)...] } ?? zone[...]
    return Array(Array(last)[Identifier.region(ofGoogleZone: Array(last).span)])
  }
}
