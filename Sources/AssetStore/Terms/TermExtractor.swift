internal import AssetFormats
internal import Assets
internal import SQLite

/// Finds the terms of assets of one type: what it says follows from the columns of the asset alone.
struct TermExtractor {
  private struct IndexedField {
    let column: Int
    let root: String
    let isMap: Bool
  }

  private let type: AssetType
  private let fields: [IndexedField]
  /// The dictionary's entries of the fields and, at the end, those of all types and of this one.
  private var roots: [TermDictionary.Entry] = []
  private var epoch = -1
  private var unescaped: [UInt8] = []
  /// Those of the last asset, each once.
  private(set) var terms: [TermDictionary.Entry] = []

  init(_ type: AssetType) {
    self.type = type
    fields = type.fields.enumerated().compactMap { column, field in
      type.termRoot(of: field).map {
        IndexedField(column: column, root: $0, isMap: field.dataType.isMap)
      }
    }
  }

  /// - Throws: `damaged` for a map that is not in canonical form.
  mutating func extract(
    _ batch: RecordBatch, _ index: Int, _ dictionary: inout TermDictionary,
    _ connection: borrowing Connection
  ) throws {
    try begin(&dictionary, connection)
    let cells = batch.record(index)
    for (index, field) in fields.enumerated() {
      switch cells[cells.startIndex + field.column] {
      case .null: break
      case .integer(let value): try add(value, index, &dictionary, connection)
      case .real: break
      case .text(let range):
        try add(batch.bytes.span.extracting(range), index, &dictionary, connection)
      }
    }
  }

  /// - Parameter first: the column of the type's first field.
  /// - Throws: `damaged` for a map that is not in canonical form.
  mutating func extract(
    _ row: borrowing Statement, from first: Int, _ dictionary: inout TermDictionary,
    _ connection: borrowing Connection
  ) throws {
    try begin(&dictionary, connection)
    for (index, field) in fields.enumerated() {
      let column = first + field.column
      switch row.storageClass(at: column) {
      case .null, .real, .blob: break
      case .integer: try add(row.integer(at: column) ?? 0, index, &dictionary, connection)
      case .text:
        try row.withBytes(at: column) { try add($0, index, &dictionary, connection) }
      }
    }
  }

  private mutating func begin(
    _ dictionary: inout TermDictionary, _ connection: borrowing Connection
  ) throws {
    terms.removeAll(keepingCapacity: true)
    if epoch != dictionary.epoch {
      roots.removeAll()
      for name in fields.map(\.root) + [Term.typeRoot] {
        roots.append(try dictionary.entry(0, .field, name.utf8.span, connection))
      }
      let parent = dictionary.id(roots[fields.count])
      roots.append(
        try dictionary.entry(parent, .value, type.name.description.utf8.span, connection))
      epoch = dictionary.epoch
    }
    terms.append(contentsOf: roots[fields.count...])
  }

  private mutating func add(
    _ value: Int64, _ index: Int, _ dictionary: inout TermDictionary,
    _ connection: borrowing Connection
  ) throws {
    try add(String(value).utf8.span, index, &dictionary, connection)
  }

  private mutating func add(
    _ text: Span<UInt8>, _ index: Int, _ dictionary: inout TermDictionary,
    _ connection: borrowing Connection
  ) throws {
    if fields[index].isMap { return try addMap(text, roots[index], &dictionary, connection) }
    terms.append(roots[index])
    let parent = dictionary.id(roots[index])
    let isLong = text.count > Term.valueLimit
    terms.append(
      try dictionary.entry(
        parent, isLong ? .long : .value, isLong ? Span() : text, connection))
  }
}

extension TermExtractor {
  private mutating func addMap(
    _ text: Span<UInt8>, _ root: TermDictionary.Entry, _ dictionary: inout TermDictionary,
    _ connection: borrowing Connection
  ) throws {
    var scanner = CanonicalMapScanner()
    let (field, first) = (dictionary.id(root), terms.count)
    var (key, hasLong) = (UInt32(0), false)
    while true {
      switch scanner.next(text) {
      case .key(let range, let isEscaped):
        let entry = try entry(
          field, .key, text.extracting(range), isEscaped, &dictionary, connection)
        terms.append(entry)
        (key, hasLong) = (dictionary.id(entry), false)
      case .value(let range, let isEscaped):
        let value = text.extracting(range)
        if try isLong(value, isEscaped) {
          if !hasLong { terms.append(try dictionary.entry(key, .long, Span(), connection)) }
          hasLong = true
        } else {
          terms.append(try entry(key, .value, value, isEscaped, &dictionary, connection))
        }
      case .null: terms.append(try dictionary.entry(key, .null, Span(), connection))
      case .several: terms.append(try dictionary.entry(key, .several, Span(), connection))
      case .end:
        if terms.count > first { terms.append(root) }
        return
      case .malformed: throw TermDictionary.damagedMap
      }
    }
  }

  private mutating func isLong(_ value: Span<UInt8>, _ isEscaped: Bool) throws -> Bool {
    guard isEscaped, value.count > Term.valueLimit else { return value.count > Term.valueLimit }
    try unescape(value)
    return unescaped.count > Term.valueLimit
  }

  private mutating func entry(
    _ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>, _ isEscaped: Bool,
    _ dictionary: inout TermDictionary, _ connection: borrowing Connection
  ) throws -> TermDictionary.Entry {
    guard isEscaped else { return try dictionary.entry(parent, kind, text, connection) }
    try unescape(text)
    return try dictionary.entry(parent, kind, unescaped.span, connection)
  }

  private mutating func unescape(_ text: Span<UInt8>) throws {
    unescaped.removeAll(keepingCapacity: true)
    guard CanonicalMapScanner.unescape(text, into: &unescaped) else {
      throw TermDictionary.damagedMap
    }
  }
}

extension AssetType {
  /// The root of the terms of a field; nil where it is not indexed.
  func termRoot(of field: Field) -> String? {
    field.name == accountField ? Term.accountRoot : isIndexed(field) ? field.name : nil
  }
}
