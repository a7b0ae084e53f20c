internal import AssetExports
internal import Assets
internal import AssetSQLite

/// Tells terms apart by names of its own.
protocol TermNaming: ~Copyable {
  associatedtype Name

  /// Whether a map may be anything, and not only what this program writes: it is held against canonical form.
  static var checksMaps: Bool { get }
  /// Changes whenever names that it gave before are not valid any more.
  var epoch: Int { get }
  /// What stands above fields.
  var top: Name { get }

  /// The name of the term below another one.
  mutating func name(_ parent: Name, kind: Term.Kind, in text: Span<UInt8>) -> Name
}

/// Finds the terms of assets of one type: what it says follows from the columns of the asset alone.
struct FieldTerms<Naming: TermNaming & ~Copyable> {
  private struct IndexedField {
    let column: Int
    let root: String
    let isMap: Bool
  }

  private let type: AssetType
  private let fields: [IndexedField]
  /// By column: which of the fields it is.
  private let indices: [Int?]
  /// The names of the fields and, at the end, those of all types and of this one.
  private var roots: [Naming.Name] = []
  private var epoch = -1
  private var unescaped: [UInt8] = []
  /// Of each field that is a map: the terms of maps that have come before.
  private var memos: [MapTerms<Naming.Name>]
  /// The names of the last asset's terms, each once.
  private(set) var terms: [Naming.Name] = []

  init(_ type: AssetType) {
    self.type = type
    let fields = type.fields.enumerated().compactMap { column, field in
      type.termRoot(of: field).map {
        IndexedField(column: column, root: $0, isMap: field.dataType.isMap)
      }
    }
    self.fields = fields
    indices = type.fields.indices.map { column in fields.firstIndex { $0.column == column } }
    memos = fields.map { _ in MapTerms() }
  }

  /// - Throws: `damaged` for a map that is not in canonical form.
  mutating func extract(_ batch: RecordBatch, at index: Int, with naming: inout Naming) throws {
    begin(&naming)
    let cells = batch.record(index)
    for (index, field) in fields.enumerated() {
      switch cells[cells.startIndex + field.column] {
      case .absent, .null, .real: break
      case .integer(let value): _ = try add(String(value).utf8.span, at: index, with: &naming)
      case .text(let range):
        _ = try add(batch.bytes.span.extracting(range), at: index, with: &naming)
      }
    }
  }

  /// - Parameter first: the column of the type's first field.
  /// - Throws: `damaged` for a map that is not in canonical form.
  mutating func extract(
    _ row: borrowing Statement, from first: Int, with naming: inout Naming
  ) throws {
    begin(&naming)
    for (index, field) in fields.enumerated() {
      let column = first + field.column
      switch row.storageClass(at: column) {
      case .null, .real, .blob: break
      case .integer:
        _ = try add(String(row.integer(at: column) ?? 0).utf8.span, at: index, with: &naming)
      case .text: _ = try row.withBytes(at: column) { try add($0, at: index, with: &naming) }
      }
    }
  }

  /// Which of the fields a column of the type is; nil if it is not indexed.
  func index(ofColumn column: Int) -> Int? { column < indices.count ? indices[column] : nil }

  /// Whether the field is a map.
  func isMap(at index: Int) -> Bool { fields[index].isMap }

  /// Begins with the terms of another asset.
  mutating func begin(_ naming: inout Naming) {
    terms.removeAll(keepingCapacity: true)
    if epoch != naming.epoch {
      let top = naming.top
      roots = (fields.map(\.root) + [Term.typeRoot]).map {
        naming.name(top, kind: .field, in: $0.utf8.span)
      }
      roots.append(
        naming.name(roots[fields.count], kind: .value, in: type.name.description.utf8.span))
      for index in memos.indices { memos[index].removeAll() }
      epoch = naming.epoch
    }
    terms.append(contentsOf: roots[fields.count...])
  }

  /// Adds the terms of what an asset has in one of the fields.
  ///
  /// - Returns: whether it is a map that has come before.
  /// - Throws: `damaged` for a map that is not in canonical form.
  mutating func add(_ text: Span<UInt8>, at index: Int, with naming: inout Naming) throws -> Bool {
    let root = roots[index]
    if fields[index].isMap {
      guard !memos[index].append(of: text, to: &terms) else { return true }
      let first = terms.count
      try addMap(text, root: root, with: &naming)
      memos[index].remember(terms[first...], of: text)
      return false
    }
    terms.append(root)
    let isLong = text.count > Term.valueLimit
    terms.append(naming.name(root, kind: isLong ? .long : .value, in: isLong ? Span() : text))
    return false
  }
}

extension FieldTerms where Naming: ~Copyable {
  private mutating func addMap(
    _ text: Span<UInt8>, root: Naming.Name, with naming: inout Naming
  ) throws {
    var (scanner, order) = (CanonicalMapScanner(), CanonicalMapOrder())
    let first = terms.count
    var (key, hasLong) = (root, false)
    while true {
      let token = scanner.next(text)
      if Naming.checksMaps, !order.take(token, in: text) { throw Self.damagedMap }
      switch token {
      case .key(let range, let isEscaped):
        key = try name(
          root, kind: .key, in: text.extracting(range), isEscaped: isEscaped, with: &naming)
        terms.append(key)
        hasLong = false
      case .value(let range, let isEscaped):
        let value = text.extracting(range)
        if try isLong(value, isEscaped: isEscaped) {
          if !hasLong { terms.append(naming.name(key, kind: .long, in: Span())) }
          hasLong = true
        } else {
          terms.append(try name(key, kind: .value, in: value, isEscaped: isEscaped, with: &naming))
        }
      case .null: terms.append(naming.name(key, kind: .null, in: Span()))
      case .several: terms.append(naming.name(key, kind: .several, in: Span()))
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

  private mutating func name(
    _ parent: Naming.Name, kind: Term.Kind, in text: Span<UInt8>, isEscaped: Bool,
    with naming: inout Naming
  ) throws -> Naming.Name {
    guard isEscaped else { return naming.name(parent, kind: kind, in: text) }
    try unescape(text)
    return naming.name(parent, kind: kind, in: unescaped.span)
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
