internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// The differences between two states of one type's assets in one store: read from the versions between them.
struct TypeDiff: RowDiff {
  private let type: AssetType
  private let request: DiffRequest
  /// The states at both ends, by id: what is in neither is the same in both.
  let oldRows: SQLFragment
  let newRows: SQLFragment

  init(
    _ type: AssetType, from: Int64, to: Int64, request: DiffRequest,
    on connection: borrowing Connection
  ) throws {
    self.type = type
    self.request = request
    let condition = try request.condition(type, connection: connection)
    let versions = VersionTable(type)
    let hasVersions = try versions.exists(connection)
    let columns = versions.table.columns.map { "asset." + $0 }.joined(separator: ", ")
    let select = { (table: String) -> SQLFragment in
      """
      SELECT \(raw: columns), asset._id, asset._run, (\(condition)) AS fits \
      FROM \(raw: table) AS asset WHERE
      """
    }
    let version = { (run: Int64) -> [SQLFragment] in
      let run = Value.integer(run)
      return hasVersions
        ? ["\(select(versions.name)) asset._run <= \(bind: run) AND asset._until > \(bind: run)"]
        : []
    }
    let changed =
      from < to ? try RunAssets.ids(.changed, by: from + 1...to, on: connection).ids : []
    let ids = "[" + changed.map(String.init).joined(separator: ",") + "]"
    let current = select(versions.table.name)
    let now: SQLFragment = """
      \(current) asset._run BETWEEN \(bind: .integer(from + 1)) AND \(bind: .integer(to)) \
      AND asset._id IN (SELECT value FROM json_each(\(bind: .text(ids))))
      """
    let nothing: SQLFragment = "\(current) 0"
    let byID = "\nORDER BY \(versions.table.columns.count + 1)"
    oldRows = "\((hasVersions ? version(from) : [nothing]).joined("\nUNION ALL "))\(raw: byID)"
    newRows = "\(([now] + version(to)).joined("\nUNION ALL "))\(raw: byID)"
  }

  func order(_ old: borrowing Statement, to new: borrowing Statement) -> Int {
    Int(id(old) - id(new))
  }

  private func id(_ row: borrowing Statement) -> Int64 {
    row.integer(at: type.fields.count + 1) ?? 0
  }

  private func fits(_ row: borrowing Statement) -> Bool {
    row.integer(at: type.fields.count + 3) == 1
  }

  func difference(
    _ kind: AssetDifference.Kind, row: borrowing Statement
  ) throws -> AssetDifference? {
    guard fits(row) else { return nil }
    return AssetDifference(
      kind: kind, type: type.name.description, key: row.text(at: 0) ?? "", changes: [])
  }

  func difference(
    _ old: borrowing Statement, to new: borrowing Statement
  ) throws -> AssetDifference? {
    let run = type.fields.count + 2
    guard old.integer(at: run) != new.integer(at: run), fits(old) || fits(new) else { return nil }
    let records = (
      try JSONValue(parsing: old.record(of: type), named: "the asset"),
      try JSONValue(parsing: new.record(of: type), named: "the asset")
    )
    let changes = FieldChange.all(from: records.0, to: records.1, of: type).filter(request.counts)
    guard !changes.isEmpty else { return nil }
    return AssetDifference(
      kind: .changed, type: type.name.description, key: new.text(at: 0) ?? "", changes: changes)
  }
}
