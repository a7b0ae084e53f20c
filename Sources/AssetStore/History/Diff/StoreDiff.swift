internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// One of two stores whose assets of a type are compared.
struct DiffSide {
  let type: AssetType
  /// The fields, what is kept beside them, and whether the expression is true; in the order of the keys.
  let rows: SQLFragment

  /// - Parameter run: whose end is asked; nil for now.
  init(
    _ type: AssetType, at run: Int64?, request: DiffRequest, on connection: borrowing Connection
  ) throws {
    self.type = type
    let table = AssetTable(type)
    let source =
      try run.map { try PastState(type, at: $0, on: connection).source } ?? "\(table.name) AS asset"
    let columns = table.columns.map { "asset." + $0 }.joined(separator: ", ")
    let condition = try request.condition(type, connection: connection)
    rows = """
      SELECT \(raw: columns), (\(condition)) AS fits FROM \(raw: source)
      ORDER BY asset."_key"
      """
  }

  func fits(_ row: borrowing Statement) -> Bool { row.integer(at: type.fields.count + 1) == 1 }
}

/// The differences between the assets of one type in two stores, found by their keys.
struct StoreDiff: RowDiff {
  private let old: DiffSide?
  private let new: DiffSide?
  private let request: DiffRequest
  /// How many columns are the same in both, if all are.
  private let commonColumns: Int?
  /// The names of all fields of both.
  private let fields: [(name: String, isMap: Bool)]

  init(old: DiffSide?, new: DiffSide?, request: DiffRequest) {
    self.old = old
    self.new = new
    self.request = request
    let types = [new?.type, old?.type].compactMap { $0 }
    let columns = types.map { $0.fields.map { [$0.name, $0.dataType.rawValue] } }
    commonColumns = columns.count == 2 && columns[0] == columns[1] ? columns[0].count + 1 : nil
    fields = types.flatMap(\.fields).reduce(into: []) { fields, field in
      if let known = fields.firstIndex(where: { $0.name == field.name }) {
        // What is a map in one of them only is compared as a whole.
        if !field.dataType.isMap { fields[known].isMap = false }
      } else {
        fields.append((field.name, field.dataType.isMap))
      }
    }
  }

  // A store that has no such type has no row of it.
  private static let nothing: SQLFragment = "SELECT 0 WHERE 0"
  var oldRows: SQLFragment { old?.rows ?? Self.nothing }
  var newRows: SQLFragment { new?.rows ?? Self.nothing }

  /// How the keys follow one another, by their bytes.
  func order(_ old: borrowing Statement, to new: borrowing Statement) -> Int {
    old.withBytes(at: 0) { first in new.withBytes(at: 0) { compareBytes(first, with: $0) } }
  }

  func difference(
    _ kind: AssetDifference.Kind, row: borrowing Statement
  ) throws -> AssetDifference? {
    guard let side = kind == .removed ? old : new, side.fits(row) else { return nil }
    return AssetDifference(
      kind: kind, type: side.type.name.description, key: row.text(at: 0) ?? "", changes: [])
  }

  func difference(
    _ old: borrowing Statement, to new: borrowing Statement
  ) throws -> AssetDifference? {
    guard let oldSide = self.old, let newSide = self.new, !isSame(old, to: new),
      oldSide.fits(old) || newSide.fits(new)
    else { return nil }
    let changes = FieldChange.all(
      from: try JSONValue(parsing: old.record(of: oldSide.type), named: "the asset"),
      to: try JSONValue(parsing: new.record(of: newSide.type), named: "the asset"), of: fields
    ).filter(request.counts)
    guard !changes.isEmpty else { return nil }
    return AssetDifference(
      kind: .changed, type: newSide.type.name.description, key: new.text(at: 0) ?? "",
      changes: changes)
  }

  /// Whether both have the same to the byte: mostly they have, and nothing has to be parsed.
  private func isSame(_ old: borrowing Statement, to new: borrowing Statement) -> Bool {
    guard let commonColumns else { return false }
    return (0..<commonColumns).allSatisfy { column in
      let kind = old.storageClass(at: column)
      guard kind == new.storageClass(at: column) else { return false }
      return switch kind {
      case .null: true
      case .integer: old.integer(at: column) == new.integer(at: column)
      case .real: old.real(at: column) == new.real(at: column)
      case .text, .blob:
        old.withBytes(at: column) { first in
          new.withBytes(at: column) { first.isIdentical(inBytesTo: $0) }
        }
      }
    }
  }
}
