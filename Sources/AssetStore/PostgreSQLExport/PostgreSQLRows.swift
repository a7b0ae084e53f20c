internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// The cells of a type's assets, or of what they were, as COPY takes them.
struct PostgreSQLRows {
  /// In SQLite's SQL.
  let cells: [ResultCell]
  let spellings: [CopyWriter.Cell]

  /// - Parameter isDistributed: whether each has its shard.
  init(of table: PostgreSQLTable, isDistributed: Bool) throws {
    let shard = isDistributed ? [(Self.shard(of: table.type), CopyWriter.Cell.plain)] : []
    self.init(try Self.asset(table.type, mapCell: .mapWithTerms) + shard)
  }

  init(of versions: PostgreSQLVersions, isDistributed: Bool) throws {
    let type = versions.table.type
    let end: [(ResultCell, CopyWriter.Cell)] = [
      (Self.own("_until", reading: .integer), .plain), (Self.own("_end", reading: .text), .plain),
      (Self.own("_tags_unknown", reading: .bool), .plain),
    ]
    let shard = isDistributed ? [(Self.shard(of: type), CopyWriter.Cell.plain)] : []
    self.init(try Self.asset(type, mapCell: .map) + end + shard)
  }

  private init(_ cells: [(ResultCell, CopyWriter.Cell)]) {
    self.cells = cells.map(\.0)
    spellings = cells.map(\.1)
  }

  private static func asset(
    _ type: AssetType, mapCell: CopyWriter.Cell
  ) throws -> [(ResultCell, CopyWriter.Cell)] {
    let fields = try type.fields.map { field in
      let spelling: CopyWriter.Cell =
        switch field.dataType {
        case .hstore, .hstoreCSV: mapCell
        case .array(let element): .array(element)
        default: .plain
        }
      return (try ResultCell(FieldPath(field: field.name), of: type), spelling)
    }
    return [(own("_id", reading: .integer), .plain)] + fields
      + [(.extraFields, .plain), (own("_run", reading: .integer), .plain)]
  }

  private static func own(_ column: String, reading: ResultCell.Reading) -> ResultCell {
    let value: SQLFragment = "asset.\(raw: column)"
    return ResultCell(ResultColumn(column), value: value, sorting: value, reading: reading)
  }

  private static func shard(of type: AssetType) -> ResultCell {
    let account = type.accountField.map { "ifnull(asset.\(AssetTable.quote($0)), '')" }
    let value: SQLFragment = "\(raw: account ?? "''")"
    return ResultCell(ResultColumn("shard"), value: value, sorting: value, reading: .text)
  }
}
