internal import AssetJSON
internal import Assets

/// The fields that say whose an asset is, and where it is.
struct PlaceFields {
  let account: Int?
  let region: Int?
  private let zones: ZoneFields
  private let owner: Int?

  init(_ type: AssetType) {
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    account = type.accountField.flatMap(index)
    region = type.regionField.flatMap(index)
    zones = ZoneFields(type)
    owner = type.name.provider == "aws" ? index("owner_id") : nil
  }

  /// Fills them by what the record's identifier says.
  func fill(
    from identifier: Identifier, text: [UInt8], into batch: inout RecordBatch, first: Int
  ) {
    let place = Array(text[identifier.region])
    batch.fill(account, with: Array(text[identifier.account]), first: first)
    guard identifier.isZone else { return batch.fill(region, with: place, first: first) }
    batch.fill(
      region, with: Array(place[Identifier.region(ofGoogleZone: place.span)]), first: first)
    batch.fill(zones.zoneID, with: place, first: first)
  }

  /// Fills them by the zone and the owner that the record names.
  func fill(
    from tape: borrowing JSONTape, found: borrowing FieldFinder, into batch: inout RecordBatch,
    first: Int
  ) {
    if let region, batch.cells[first + region].isMissing {
      let zone = zones.region(tape, found: found, in: batch, first: first)
      batch.fill(region, with: zone, first: first)
    }
    if let account, let owner, batch.cells[first + account].isMissing,
      case .text(let range) = batch.cells[first + owner], range.count == 12
    {
      batch.fill(account, with: Array(batch.bytes[range]), first: first)
    }
  }

  /// Fills them by what stands around the record.
  func fill(from surroundings: Surroundings, into batch: inout RecordBatch, first: Int) {
    batch.fill(account, with: surroundings.account, first: first)
    batch.fill(region, with: surroundings.region, first: first)
  }
}
