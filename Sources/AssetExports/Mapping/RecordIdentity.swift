internal import AssetJSON
internal import Assets

/// Completes a record by what its identifier says, and what stands around it: whose the asset is, where it is, what it
/// is called. What was given for all records comes last, and must not contradict.
struct RecordIdentity {
  private let type: AssetType
  private let form: CompiledForm?
  private let identifierField: Int?
  /// Other fields that may hold it.
  private let otherFields: [Int]
  /// Whether the key is made of it, so that it is worth making.
  private let isKey: Bool
  private let accountField: Int?
  private let regionField: Int?
  private let zones: ZoneFields
  private let ownerField: Int?
  /// The context's values, by field.
  private let given: [(field: Int, value: GivenValue)]
  private(set) var warnings = Warnings()

  init(_ type: AssetType, in context: MappingContext) {
    self.type = type
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    let rule = type.recognition.identifier
    form = rule?.form.flatMap { CompiledForm($0, of: type) }
    let own = type.keyTemplate?.fieldNames.count == 1 ? type.ownIdentifier : nil
    identifierField = rule?.field.flatMap(index) ?? own ?? (rule == nil ? index("arn") : nil)
    otherFields = (rule?.names ?? []).compactMap(index)
    isKey = rule?.field.map { type.keyTemplate?.fieldNames.contains($0) == true } ?? false
    accountField = type.accountField.flatMap(index)
    regionField = type.regionField.flatMap(index)
    zones = ZoneFields(type)
    ownerField = type.name.provider == "aws" ? index("owner_id") : nil
    given = type.fields.indices.compactMap { field in
      context.given[type.fields[field].name].map { (field, $0) }
    }
  }

  /// Whether the field has been given a value for all records.
  func isGiven(_ field: Int) -> Bool { given.contains { $0.field == field } }

  /// - Parameter first: where the record's cells begin.
  /// - Throws: a `ValueFault` where what was given contradicts what the record says.
  mutating func complete(
    _ tape: borrowing JSONTape, record: Int, found: borrowing FieldFinder,
    from origin: RecordOrigin, surroundings: Surroundings, into batch: inout RecordBatch, first: Int
  ) throws(ValueFault) {
    try requireAccount(record, in: batch, first: first)
    readIdentifier(tape, found: found, from: origin, into: &batch, first: first)
    readZone(tape, found: found, into: &batch, first: first)
    readOwner(&batch, first: first)
    fill(accountField, value: surroundings.account, into: &batch, first: first)
    fill(regionField, value: surroundings.region, into: &batch, first: first)
    try apply(found, record: record, into: &batch, first: first)
    makeIdentifier(origin, into: &batch, first: first)
  }

  /// - Throws: for a number that a spreadsheet has made of an account: it has lost its digits.
  private func requireAccount(
    _ record: Int, in batch: borrowing RecordBatch, first: Int
  ) throws(ValueFault) {
    guard let accountField, case .text(let range) = batch.cells[first + accountField],
      range.count > 1, batch.bytes.span.extracting(range).isSpreadsheetNumber
    else { return }
    let text = String(decoding: batch.bytes[range], as: UTF8.self)
    throw ValueFault(
      record,
      reason:
        "\(type.fields[accountField].name) is '\(text.shortened(toScalars: 40))', which a spreadsheet has made of an account's number",
      advice: "format the column as text before the table is saved, or export it as JSON")
  }

  private func fill(
    _ field: Int?, value: [UInt8]?, into batch: inout RecordBatch, first: Int
  ) {
    guard let field, let value, !value.isEmpty, batch.cells[first + field].isMissing else {
      return
    }
    batch.cells[first + field] = .text(batch.bytes.place(value))
  }

  private func apply(
    _ found: borrowing FieldFinder, record: Int, into batch: inout RecordBatch, first: Int
  ) throws(ValueFault) {
    for (field, value) in given {
      let cell = batch.cells[first + field]
      let isOfScope = field == accountField || field == regionField
      if cell == .absent || cell == .null || isOfScope && cell.isMissing {
        batch.cells[first + field] = value.append(to: &batch.bytes)
      } else if !value.isSame(as: cell, in: batch.bytes) {
        let name = type.fields[field].name
        let slot = found.slots[field].index
        throw ValueFault(
          slot == 0 ? record : slot,
          reason:
            "the record's \(name) is '\(batch.text(of: cell))', and '\(value.text)' was given",
          advice:
            "leave that out: what a record says of itself goes first; or check that this is the right export"
        )
      }
    }
  }
}

extension RecordIdentity {
  /// The identifier's parts, into the fields that the record leaves out.
  private mutating func readIdentifier(
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

  private func readZone(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, into batch: inout RecordBatch,
    first: Int
  ) {
    guard let regionField, batch.cells[first + regionField].isMissing else { return }
    fill(
      regionField, value: zones.region(tape, found: found, in: batch, first: first), into: &batch,
      first: first)
  }

  private func readOwner(_ batch: inout RecordBatch, first: Int) {
    guard let ownerField, let accountField, batch.cells[first + accountField].isMissing,
      case .text(let range) = batch.cells[first + ownerField], range.count == 12
    else { return }
    fill(accountField, value: Array(batch.bytes[range]), into: &batch, first: first)
  }

  /// The identifier of a record that does not give it, where its parts are there. Of what a template describes nobody
  /// knows the region, unless it was given.
  private func makeIdentifier(
    _ origin: RecordOrigin, into batch: inout RecordBatch, first: Int
  ) {
    guard isKey, let form, let identifierField, batch.cells[first + identifierField].isMissing
    else { return }
    let optional = origin.source == .cloudformation ? regionField : nil
    guard let text = form.make(batch, first: first, without: optional) else { return }
    fill(identifierField, value: text, into: &batch, first: first)
  }
}

extension Span where Element == UInt8 {
  /// `1.23457E+11`, `123456789012.0`.
  fileprivate var isSpreadsheetNumber: Bool {
    var (hasPoint, hasExponent) = (false, false)
    for index in indices {
      switch self[index] {
      case 0x30...0x39: continue
      case UInt8(ascii: "."), UInt8(ascii: ","): hasPoint = true
      case UInt8(ascii: "E"), UInt8(ascii: "e"): hasExponent = true
      case UInt8(ascii: "+"): continue
      default: return false
      }
    }
    return (hasPoint || hasExponent) && (0x30...0x39).contains(self[0])
  }

  /// Whether the bytes are the same but for the case of A to Z.
  package func isIdentical(inFoldedTo other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices {
      let (left, right) = (self[index], other[index])
      guard left == right || left ^ right == 0x20 && (0x61...0x7A).contains(left | 0x20) else {
        return false
      }
    }
    return true
  }
}
