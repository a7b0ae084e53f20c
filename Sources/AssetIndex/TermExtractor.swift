package import AssetExports
package import Assets
package import AssetSQLite

/// Finds the terms of assets of one type: what it says follows from the columns of the asset alone.
package struct TermExtractor {
  private struct IndexedField {
    let column: Int
    let root: String
    let isMap: Bool
  }

  private let type: AssetType
  private let fields: [IndexedField]
  /// The numbers of the fields and, at the end, those of all types and of this one.
  private var roots: [UInt32] = []
  private var epoch = -1
  private var unescaped: [UInt8] = []
  /// The numbers of the last asset's terms, each once.
  package private(set) var terms: [UInt32] = []

  package init(_ type: AssetType) {
    self.type = type
    fields = type.fields.enumerated().compactMap { column, field in
      type.termRoot(of: field).map {
        IndexedField(column: column, root: $0, isMap: field.dataType.isMap)
      }
    }
  }

  /// - Throws: `damaged` for a map that is not in canonical form.
  package mutating func extract(
    _ batch: RecordBatch, at index: Int, with interner: inout TermInterner
  ) throws {
    begin(&interner)
    let cells = batch.record(index)
    for (index, field) in fields.enumerated() {
      switch cells[cells.startIndex + field.column] {
      case .absent, .null, .real: break
      case .integer(let value): try add(String(value).utf8.span, at: index, with: &interner)
      case .text(let range): try add(batch.bytes.span.extracting(range), at: index, with: &interner)
      }
    }
  }

  /// - Parameter first: the column of the type's first field.
  /// - Throws: `damaged` for a map that is not in canonical form.
  package mutating func extract(
    _ row: borrowing Statement, from first: Int, with interner: inout TermInterner
  ) throws {
    begin(&interner)
    for (index, field) in fields.enumerated() {
      let column = first + field.column
      switch row.storageClass(at: column) {
      case .null, .real, .blob: break
      case .integer:
        try add(String(row.integer(at: column) ?? 0).utf8.span, at: index, with: &interner)
      case .text: try row.withBytes(at: column) { try add($0, at: index, with: &interner) }
      }
    }
  }

  private mutating func begin(_ interner: inout TermInterner) {
    terms.removeAll(keepingCapacity: true)
    if epoch != interner.epoch {
      roots = (fields.map(\.root) + [Term.typeRoot]).map {
        interner.number(0, kind: .field, in: $0.utf8.span)
      }
      roots.append(
        interner.number(roots[fields.count], kind: .value, in: type.name.description.utf8.span))
      epoch = interner.epoch
    }
    terms.append(contentsOf: roots[fields.count...])
  }

  private mutating func add(
    _ text: Span<UInt8>, at index: Int, with interner: inout TermInterner
  ) throws {
    let root = roots[index]
    if fields[index].isMap { return try addMap(text, root: root, with: &interner) }
    terms.append(root)
    let isLong = text.count > Term.valueLimit
    terms.append(interner.number(root, kind: isLong ? .long : .value, in: isLong ? Span() : text))
  }
}

extension TermExtractor {
  private mutating func addMap(
    _ text: Span<UInt8>, root: UInt32, with interner: inout TermInterner
  ) throws {
    var scanner = CanonicalMapScanner()
    let first = terms.count
    var (key, hasLong) = (UInt32(0), false)
    while true {
      switch scanner.next(text) {
      case .key(let range, let isEscaped):
        key = try number(
          root, kind: .key, in: text.extracting(range), isEscaped: isEscaped, with: &interner)
        terms.append(key)
        hasLong = false
      case .value(let range, let isEscaped):
        let value = text.extracting(range)
        if try isLong(value, isEscaped: isEscaped) {
          if !hasLong { terms.append(interner.number(key, kind: .long, in: Span())) }
          hasLong = true
        } else {
          terms.append(
            try number(key, kind: .value, in: value, isEscaped: isEscaped, with: &interner))
        }
      case .null: terms.append(interner.number(key, kind: .null, in: Span()))
      case .several: terms.append(interner.number(key, kind: .several, in: Span()))
      case .end:
        if terms.count > first { terms.append(root) }
        return
      case .malformed: throw Self.damagedMap
      }
    }
  }

  private mutating func isLong(_ value: Span<UInt8>, isEscaped: Bool) throws -> Bool {
    guard isEscaped, value.count > Term.valueLimit else { return value.count > Term.valueLimit }
    // No escape is longer than six bytes.
    if value.count > Term.valueLimit * 6 { return true }
    try unescape(value)
    return unescaped.count > Term.valueLimit
  }

  private mutating func number(
    _ parent: UInt32, kind: Term.Kind, in text: Span<UInt8>, isEscaped: Bool,
    with interner: inout TermInterner
  ) throws -> UInt32 {
    guard isEscaped else { return interner.number(parent, kind: kind, in: text) }
    try unescape(text)
    return interner.number(parent, kind: kind, in: unescaped.span)
  }

  private mutating func unescape(_ text: Span<UInt8>) throws {
    unescaped.removeAll(keepingCapacity: true)
    guard CanonicalMapScanner.unescape(text, into: &unescaped) else { throw Self.damagedMap }
  }

  private static var damagedMap: Fault {
    Fault(
      .damaged, what: "the store", why: "a map of an asset is not in canonical form",
      advice: "see what else is wrong with: assetstore verify")
  }
}

extension AssetType {
  /// The root of the terms of a field; nil where it is not indexed.
  package func termRoot(of field: Field) -> String? {
    field.name == accountField ? Term.accountRoot : isIndexed(field) ? field.name : nil
  }
}
