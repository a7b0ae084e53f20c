internal import AssetJSON
internal import Assets

extension RecordIdentity {
  /// The identifier's parts, into the fields that the record leaves out.
  mutating func readIdentifier(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, from origin: RecordOrigin,
    into batch: inout RecordBatch, first: Int
  ) {
    var text: [UInt8] = []
    if let identifierField, case .text(let range) = batch.cells[first + identifierField] {
      text = Array(batch.bytes[range])
    }
    if text.isEmpty, found.identifier != 0 {
      text = tape.withBytes(at: found.identifier) { Array(copying: $0) }
    }
    if text.isEmpty { text = otherIdentifier(batch, first: first) }
    guard !text.isEmpty else { return }
    guard let identifier = Identifier(text.span) else {
      // The short form of an identifier that has but one part of its own.
      if let form, form.fields.count == 1, let only = form.fields.first {
        fill(only, value: text, into: &batch, first: first)
      } else {
        fill(identifierField, value: text, into: &batch, first: first)
      }
      return
    }
    if let form, form.provider != identifier.provider { return }
    let account = Array(text[identifier.account])
    noteDifference(account, from: origin, in: batch, first: first)
    fill(accountField, value: account, into: &batch, first: first)
    fill(regionField, value: region(of: identifier, text: text), into: &batch, first: first)
    fill(
      zones.zoneID, value: identifier.isZone ? Array(text[identifier.region]) : nil, into: &batch,
      first: first)
    form?.capture(text.span, identifier: identifier) { field, range in
      fill(field, value: Array(text[range]), into: &batch, first: first)
    }
    if let identifierField, let name = form?.canonical(text.span, identifier: identifier) {
      // A full name stays as it is; a link or a path becomes one.
      if !text.starts(with: "//".utf8) || batch.cells[first + identifierField].isMissing {
        batch.cells[first + identifierField] = .text(batch.bytes.place(name))
      }
    } else {
      fill(identifierField, value: text, into: &batch, first: first)
    }
  }

  /// An identifier in a field that may hold one or, if there is none, a link, which is one too.
  private func otherIdentifier(_ batch: borrowing RecordBatch, first: Int) -> [UInt8] {
    var link: [UInt8] = []
    for field in otherFields {
      guard case .text(let range) = batch.cells[first + field] else { continue }
      let text = Array(batch.bytes[range])
      if Identifier(text.span) != nil { return text }
      if link.isEmpty, text.starts(with: "https://".utf8) { link = text }
    }
    return link
  }

  private func region(of identifier: Identifier, text: [UInt8]) -> [UInt8] {
    let region = text[identifier.region]
    guard identifier.isZone else { return Array(region) }
    return Array(Array(region)[Identifier.region(ofGoogleZone: Array(region).span)])
  }

  /// A record whose own account is another than its identifier's.
  private mutating func noteDifference(
    _ account: [UInt8], from origin: RecordOrigin, in batch: borrowing RecordBatch, first: Int
  ) {
    guard let accountField, !account.isEmpty,
      case .text(let range) = batch.cells[first + accountField],
      !range.isEmpty, !batch.bytes.span.extracting(range).isIdentical(inFoldedTo: account.span)
    else { return }
    let own = String(decoding: batch.bytes[range], as: UTF8.self)
    let other = String(decoding: account, as: UTF8.self)
    warnings.add(
      "account-differs",
      example:
        "line \(origin.place.line): the record's account is '\(own)', its identifier's '\(other)'; the record's own counts"
    )
  }

  func readZone(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, into batch: inout RecordBatch,
    first: Int
  ) {
    guard let regionField, batch.cells[first + regionField].isMissing else { return }
    fill(
      regionField, value: zones.region(tape, found: found, in: batch, first: first), into: &batch,
      first: first)
  }

  func readOwner(_ batch: inout RecordBatch, first: Int) {
    guard let ownerField, let accountField, batch.cells[first + accountField].isMissing,
      case .text(let range) = batch.cells[first + ownerField], range.count == 12
    else { return }
    fill(accountField, value: Array(batch.bytes[range]), into: &batch, first: first)
  }

  /// The identifier of a record that does not give it, where its parts are there. Of what a template describes nobody
  /// knows the region, unless it was given.
  func makeIdentifier(
    _ origin: RecordOrigin, into batch: inout RecordBatch, first: Int
  ) {
    guard isKey, let form, let identifierField, batch.cells[first + identifierField].isMissing
    else { return }
    let optional = origin.source == .cloudformation ? regionField : nil
    guard let text = form.make(batch, first: first, without: optional) else { return }
    fill(identifierField, value: text, into: &batch, first: first)
  }
}
