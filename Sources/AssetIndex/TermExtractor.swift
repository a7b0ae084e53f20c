package import AssetExports
package import Assets
package import AssetSQLite

/// Finds the terms of assets of one type, by the numbers of an interner.
package struct TermExtractor {
  private var fields: FieldTerms<TermInterner>

  package init(_ type: AssetType) { fields = FieldTerms(type) }

  /// The numbers of the last asset's terms, each once.
  package var terms: [UInt32] { fields.terms }

  /// - Throws: `damaged` for a map that is not in canonical form.
  package mutating func extract(
    _ batch: RecordBatch, at index: Int, with interner: inout TermInterner
  ) throws {
    try fields.extract(batch, at: index, with: &interner)
  }

  /// - Parameter first: the column of the type's first field.
  /// - Throws: `damaged` for a map that is not in canonical form.
  package mutating func extract(
    _ row: borrowing Statement, from first: Int, with interner: inout TermInterner
  ) throws {
    try fields.extract(row, from: first, with: &interner)
  }
}

extension TermInterner: TermNaming {
  static var checksMaps: Bool { false }
  var top: UInt32 { 0 }

  mutating func name(_ parent: UInt32, kind: Term.Kind, in text: Span<UInt8>) -> UInt32 {
    number(parent, kind: kind, in: text)
  }
}

extension AssetType {
  /// The root of the terms of a field; nil where it is not indexed.
  package func termRoot(of field: Field) -> String? {
    field.name == accountField ? Term.accountRoot : isIndexed(field) ? field.name : nil
  }
}
