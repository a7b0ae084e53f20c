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

  init(_ type: AssetType, _ context: MappingContext) {
    self.type = type
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    let rule = type.recognition.identifier
    form = rule?.form.flatMap { CompiledForm($0, type) }
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
    _ tape: borrowing JSONTape, _ record: Int, _ found: borrowing FieldFinder,
    _ origin: RecordOrigin, _ surroundings: Surroundings, _ batch: inout RecordBatch, _ first: Int
  ) throws(ValueFault) {
    try requireAccount(record, batch, first)
    readIdentifier(tape, found, origin, &batch, first)
    readZone(tape, found, &batch, first)
    readOwner(&batch, first)
    fill(accountField, surroundings.account, &batch, first)
    fill(regionField, surroundings.region, &batch, first)
    try apply(found, record, &batch, first)
    makeIdentifier(origin, &batch, first)
  }

  /// - Throws: for a number that a spreadsheet has made of an account: it has lost its digits.
  private func requireAccount(
    _ record: Int, _ batch: borrowing RecordBatch, _ first: Int
  ) throws(ValueFault) {
    guard let accountField, case .text(let range) = batch.cells[first + accountField],
      range.count > 1, batch.bytes.span.extracting(range).isSpreadsheetNumber
    else { return }
    let text = String(decoding: batch.bytes[range], as: UTF8.self)
    throw ValueFault(
      record,
      "\(type.fields[accountField].name) is '\(text.shortened(toScalars: 40))', which a spreadsheet has made of an account's number",
      "format the column as text before the table is saved, or export it as JSON")
  }

  private func fill(
    _ field: Int?, _ value: [UInt8]?, _ batch: inout RecordBatch, _ first: Int
  ) {
    guard let field, let value, !value.isEmpty, batch.cells[first + field].isMissing else {
      return
    }
    batch.cells[first + field] = .text(batch.bytes.place(value))
  }

  private func apply(
    _ found: borrowing FieldFinder, _ record: Int, _ batch: inout RecordBatch, _ first: Int
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
          "the record's \(name) is '\(batch.text(of: cell))', and '\(value.text)' was given",
          "leave that out: what a record says of itself goes first; or check that this is the right export"
        )
      }
    }
  }
}

extension RecordIdentity {
  /// The identifier's parts, into the fields that the record leaves out.
  private mutating func readIdentifier(
    _ tape: borrowing JSONTape, _ found: borrowing FieldFinder, _ origin: RecordOrigin,
    _ batch: inout RecordBatch, _ first: Int
  ) {
    var text: [UInt8] = []
    if let identifierField, case .text(let range) = batch.cells[first + identifierField] {
      text = Array(batch.bytes[range])
    }
    if text.isEmpty, found.identifier != 0 {
      text = tape.withBytes(at: found.identifier) { Array(copying: $0) }
    }
    if text.isEmpty { text = otherIdentifier(batch, first) }
    guard !text.isEmpty else { return }
    guard let identifier = Identifier(text.span) else {
      // The short form of an identifier that has but one part of its own.
      if let form, form.fields.count == 1, let only = form.fields.first {
        fill(only, text, &batch, first)
      } else {
        fill(identifierField, text, &batch, first)
      }
      return
    }
    if let form, form.provider != identifier.provider { return }
    let account = Array(text[identifier.account])
    noteDifference(account, origin, batch, first)
    fill(accountField, account, &batch, first)
    fill(regionField, region(of: identifier, text), &batch, first)
    fill(zones.zoneID, identifier.isZone ? Array(text[identifier.region]) : nil, &batch, first)
    form?.capture(text.span, identifier) { field, range in
      fill(field, Array(text[range]), &batch, first)
    }
    if let identifierField, let name = form?.canonical(text.span, identifier) {
      // A full name stays as it is; a link or a path becomes one.
      if !text.starts(with: "//".utf8) || batch.cells[first + identifierField].isMissing {
        batch.cells[first + identifierField] = .text(batch.bytes.place(name))
      }
    } else {
      fill(identifierField, text, &batch, first)
    }
  }

  /// An identifier in a field that may hold one or, if there is none, a link, which is one too.
  private func otherIdentifier(_ batch: borrowing RecordBatch, _ first: Int) -> [UInt8] {
    var link: [UInt8] = []
    for field in otherFields {
      guard case .text(let range) = batch.cells[first + field] else { continue }
      let text = Array(batch.bytes[range])
      if Identifier(text.span) != nil { return text }
      if link.isEmpty, text.starts(with: "https://".utf8) { link = text }
    }
    return link
  }

  private func region(of identifier: Identifier, _ text: [UInt8]) -> [UInt8] {
    let region = text[identifier.region]
    guard identifier.isZone else { return Array(region) }
    return Array(Array(region)[Identifier.region(ofGoogleZone: Array(region).span)])
  }

  /// A record whose own account is another than its identifier's.
  private mutating func noteDifference(
    _ account: [UInt8], _ origin: RecordOrigin, _ batch: borrowing RecordBatch, _ first: Int
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
    _ tape: borrowing JSONTape, _ found: borrowing FieldFinder, _ batch: inout RecordBatch,
    _ first: Int
  ) {
    guard let regionField, batch.cells[first + regionField].isMissing else { return }
    fill(regionField, zones.region(tape, found, batch, first), &batch, first)
  }

  private func readOwner(_ batch: inout RecordBatch, _ first: Int) {
    guard let ownerField, let accountField, batch.cells[first + accountField].isMissing,
      case .text(let range) = batch.cells[first + ownerField], range.count == 12
    else { return }
    fill(accountField, Array(batch.bytes[range]), &batch, first)
  }

  /// The identifier of a record that does not give it, where its parts are there. Of what a template describes nobody
  /// knows the region, unless it was given.
  private func makeIdentifier(
    _ origin: RecordOrigin, _ batch: inout RecordBatch, _ first: Int
  ) {
    guard isKey, let form, let identifierField, batch.cells[first + identifierField].isMissing
    else { return }
    let optional = origin.source == .cloudformation ? regionField : nil
    guard let text = form.make(batch, first, without: optional) else { return }
    fill(identifierField, text, &batch, first)
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
