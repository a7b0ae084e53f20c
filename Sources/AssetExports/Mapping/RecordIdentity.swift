internal import AssetJSON
internal import Assets

/// Completes a record by what its identifier says, and what stands around it: whose the asset is, where it is, what it
/// is called. What was given for all records comes last, and must not contradict.
struct RecordIdentity {
  let type: AssetType
  let form: CompiledForm?
  let identifierField: Int?
  /// Other fields that may hold it.
  let otherFields: [Int]
  /// Whether the key is made of it, so that it is worth making.
  let isKey: Bool
  let accountField: Int?
  let regionField: Int?
  let zones: ZoneFields
  let ownerField: Int?
  /// The context's values, by field.
  private let given: [(field: Int, value: GivenValue)]
  var warnings = Warnings()

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

  func fill(
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

extension Span where Element == UInt8 {
  /// `1.23457E+11`, `123456789012.0`.
  var isSpreadsheetNumber: Bool {
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
}
