internal import AssetJSON
internal import Assets

/// Completes a record by what its identifier says, and what stands around it: whose the asset is, where it is, what it
/// is called. What was given for all records comes last, and must not contradict.
struct RecordIdentity {
  private let type: AssetType
  private let identifier: IdentifierReader
  private let place: PlaceFields
  /// The context's values, by field.
  private let given: [(field: Int, value: GivenValue)]
  private(set) var warnings = Warnings()

  init(_ type: AssetType, in context: MappingContext) {
    self.type = type
    identifier = IdentifierReader(type)
    place = PlaceFields(type)
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
    place.fill(from: tape, found: found, into: &batch, first: first)
    place.fill(from: surroundings, into: &batch, first: first)
    try apply(found, record: record, into: &batch, first: first)
    // Of what a template describes nobody knows the region, unless it was given.
    let optional = origin.source == .cloudformation ? place.region : nil
    identifier.make(into: &batch, first: first, without: optional)
  }

  /// - Throws: for a number that a spreadsheet has made of an account: it has lost its digits.
  private func requireAccount(
    _ record: Int, in batch: borrowing RecordBatch, first: Int
  ) throws(ValueFault) {
    guard let account = place.account, case .text(let range) = batch.cells[first + account],
      range.count > 1, batch.bytes.span.extracting(range).isSpreadsheetNumber
    else { return }
    let text = String(decoding: batch.bytes[range], as: UTF8.self)
    throw ValueFault(
      record,
      reason:
        "\(type.fields[account].name) is '\(text.shortened(toScalars: 40))', which a spreadsheet has made of an account's number",
      advice: "format the column as text before the table is saved, or export it as JSON")
  }

  private mutating func readIdentifier(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, from origin: RecordOrigin,
    into batch: inout RecordBatch, first: Int
  ) {
    let text = identifier.text(tape, found: found, in: batch, first: first)
    guard !text.isEmpty else { return }
    guard let read = Identifier(text.span) else {
      return identifier.fill(text, into: &batch, first: first)
    }
    guard identifier.takes(read) else { return }
    noteDifference(Array(text[read.account]), from: origin, in: batch, first: first)
    place.fill(from: read, text: text, into: &batch, first: first)
    identifier.fill(text, identifier: read, into: &batch, first: first)
  }

  /// A record whose own account is another than its identifier's.
  private mutating func noteDifference(
    _ account: [UInt8], from origin: RecordOrigin, in batch: borrowing RecordBatch, first: Int
  ) {
    guard let field = place.account, !account.isEmpty,
      case .text(let range) = batch.cells[first + field],
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

  private func apply(
    _ found: borrowing FieldFinder, record: Int, into batch: inout RecordBatch, first: Int
  ) throws(ValueFault) {
    for (field, value) in given {
      let cell = batch.cells[first + field]
      let isOfScope = field == place.account || field == place.region
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
