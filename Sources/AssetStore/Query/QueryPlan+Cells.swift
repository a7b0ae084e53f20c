internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetSQLite

extension QueryPlan {
  /// The same with fields by their own names: as in expressions, case does not tell names apart.
  static func spelled(_ query: Query, of type: AssetType?) -> Query {
    let names = type.map {
      $0.fields.map(\.name) + ["_type", "_extra", "_tags_known", "_last_seen", "account_id"]
    }
    let spell = { (path: FieldPath) in
      path.spelled(asOneOf: names ?? commonColumns + ["_tags_known", "_last_seen"])
    }
    var query = query
    query.fields = query.fields?.map(spell)
    query.sort = query.sort.map { Query.Sort(spell($0.path), descending: $0.descending) }
    return query
  }

  /// - Throws: a `usage` fault for a field that is shown twice: JSON has no room for one name twice.
  func refuseRepetition() throws {
    var seen: Set<FieldPath> = []
    guard let path = paths.first(where: { !seen.insert($0).inserted }) else { return }
    throw Fault(
      .usage, what: "field \(path)", why: "it would be shown twice", advice: "name it once")
  }

  /// The whole asset, or the fields asked for.
  static func cells(_ fields: [FieldPath]?, of type: AssetType) throws -> [ResultCell] {
    guard let fields else {
      return try type.fields.map { try ResultCell(FieldPath(field: $0.name), of: type) }
        + [.extraFields]
    }
    return try fields.map { try cell($0, of: type, isOneType: true) }
  }

  /// What an answer across types shows.
  static let commonColumns = ["_type", Field.keyName, "account_id", "tags"]

  static func commonCells(
    _ fields: [FieldPath]?, of type: AssetType
  ) throws -> [ResultCell] {
    return try (fields ?? commonColumns.map { FieldPath(field: $0) }).map {
      try cell($0, of: type, isOneType: false)
    }
  }

  static func cell(
    _ path: FieldPath, of type: AssetType, isOneType: Bool
  ) throws -> ResultCell {
    if path.isExpression {
      return try ResultCell(expression: path, of: type, isAcross: !isOneType)
    }
    switch (path.field, path.key) {
    case ("_type", nil): return .typeName(type)
    case ("_tags_known", nil): return .tagsAreKnown(type)
    case ("_last_seen", nil): return .lastSeen
    case ("_extra", nil) where isOneType: return .extraFields
    // The account field has that name, whatever the type calls it and whatever else has it.
    case ("account_id", nil) where type.accountField != nil: return .account(type)
    case _ where isOneType, (Field.keyName, nil): return try ResultCell(path, of: type)
    case ("account_id", nil): return .account(type)
    case ("tags", nil): return .tags(type)
    case ("tags", _) where type.field(named: "tags")?.dataType.isMap == true:
      return try ResultCell(path, of: type)
    case ("tags", _): return .absentTag(path)
    default:
      throw Fault(
        .usage, what: "field \(path)",
        why: "across types there are _type, _key, account_id and tags",
        advice: path.meant(among: commonColumns)
          ?? "name one type with --type, or write tags.\(path) for a tag")
    }
  }
}
