internal import AssetJSON
internal import Assets

/// Reads a record's identifier into the fields that the record leaves out, and makes that of a record that has but its
/// parts.
struct IdentifierReader {
  private let form: CompiledForm?
  private let field: Int?
  /// Other fields that may hold it.
  private let otherFields: [Int]
  /// Whether the key is made of it, so that it is worth making.
  private let isKey: Bool

  init(_ type: AssetType) {
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    let rule = type.recognition.identifier
    form = rule?.form.flatMap { CompiledForm($0, of: type) }
    let own = type.keyTemplate?.fieldNames.count == 1 ? type.ownIdentifier : nil
    field = rule?.field.flatMap(index) ?? own ?? (rule == nil ? index("arn") : nil)
    otherFields = (rule?.names ?? []).compactMap(index)
    isKey = rule?.field.map { type.keyTemplate?.fieldNames.contains($0) == true } ?? false
  }

  /// What the record calls its identifier, under whatever name; empty if it has none.
  func text(
    _ tape: borrowing JSONTape, found: borrowing FieldFinder, in batch: borrowing RecordBatch,
    first: Int
  ) -> [UInt8] {
    if let field, case .text(let range) = batch.cells[first + field], !range.isEmpty {
      return Array(batch.bytes[range])
    }
    if found.identifier != 0 {
      let text = tape.withBytes(at: found.identifier) { Array(copying: $0) }
      if !text.isEmpty { return text }
    }
    return otherText(batch, first: first)
  }

  /// An identifier in a field that may hold one or, if there is none, a link, which is one too.
  private func otherText(_ batch: borrowing RecordBatch, first: Int) -> [UInt8] {
    var link: [UInt8] = []
    for field in otherFields {
      guard case .text(let range) = batch.cells[first + field] else { continue }
      let text = Array(batch.bytes[range])
      if Identifier(text.span) != nil { return text }
      if link.isEmpty, text.starts(with: "https://".utf8) { link = text }
    }
    return link
  }

  /// Whether an identifier may be one of the type's.
  func takes(_ identifier: Identifier) -> Bool {
    form.map { $0.provider == identifier.provider } ?? true
  }

  /// Fills the fields of the identifier's parts, and its own.
  func fill(
    _ text: [UInt8], identifier: Identifier, into batch: inout RecordBatch, first: Int
  ) {
    form?.capture(text.span, identifier: identifier) { field, range in
      batch.fill(field, with: Array(text[range]), first: first)
    }
    if let field, let name = form?.canonical(text.span, identifier: identifier) {
      // A full name stays as it is; a link or a path becomes one.
      if !text.starts(with: "//".utf8) || batch.cells[first + field].isMissing {
        batch.cells[first + field] = .text(batch.bytes.place(name))
      }
    } else {
      batch.fill(field, with: text, first: first)
    }
  }

  /// The same of a text that is no full identifier: it may be the only part of its own that the form has.
  func fill(_ text: [UInt8], into batch: inout RecordBatch, first: Int) {
    let only = form.flatMap { $0.fields.count == 1 ? $0.fields.first : nil }
    batch.fill(only ?? field, with: text, first: first)
  }

  /// The identifier of a record that does not give it, where its parts are there.
  ///
  /// - Parameter optional: a field that may be missing.
  func make(into batch: inout RecordBatch, first: Int, without optional: Int?) {
    guard isKey, let form, let field, batch.cells[first + field].isMissing,
      let text = form.make(batch, first: first, without: optional)
    else { return }
    batch.fill(field, with: text, first: first)
  }
}

extension RecordBatch {
  /// Gives a field that the record leaves out a value, if there is one.
  ///
  /// - Parameter first: where the record's cells begin.
  mutating func fill(_ field: Int?, with value: [UInt8]?, first: Int) {
    guard let field, let value, !value.isEmpty, cells[first + field].isMissing else { return }
    cells[first + field] = .text(bytes.place(value))
  }
}
