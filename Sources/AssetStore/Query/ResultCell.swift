internal import AssetIndex
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// What one column of a result shows of an asset: the SQL that finds it, and how it is read.
struct ResultCell {
  enum Reading {
    case text, json, integer, real, bool
    /// One key of a map: its value, and then its JSON type, which tells text from a list of values.
    case mapValue

    /// How many columns it takes.
    var width: Int { self == .mapValue ? 2 : 1 }
  }

  let column: ResultColumn
  /// Its value, but for a map's value its JSON type.
  let value: SQLFragment
  /// What to sort by: instants as they follow one another, several values of a key as the text that they read as.
  let sorting: SQLFragment
  let reading: Reading
  /// The JSON type of a map's value.
  private let valueType: SQLFragment?

  /// What to select.
  var sql: SQLFragment { valueType.map { "\(value), \($0)" } ?? value }

  /// How many columns that gives.
  var width: Int { reading.width }

  /// A field of the type, or one key of it.
  init(_ path: FieldPath, of type: AssetType) throws {
    guard let field = type.field(named: path.field) else { throw Self.noField(path, of: type) }
    let name = "asset.\(AssetTable.quote(field.name))"
    guard let key = path.key else {
      let isNumeric = [.int64, .float64].contains(field.dataType)
      column = ResultColumn(path.description, isNumeric: isNumeric)
      value = "\(raw: name)"
      // Between two moments of one second the longer text is the later one, once the Z is away.
      sorting = field.dataType == .timestamp ? "rtrim(\(raw: name), 'Z')" : value
      valueType = nil
      reading = Reading(field.dataType)
      return
    }
    guard field.dataType != .json else {
      self = try .member(path, steps: key, of: type)
      return
    }
    guard field.dataType.isMap else {
      throw Fault(
        .usage, what: "field \(path)", why: "\(field.name) is no map, so it has no keys",
        advice: "ask for \(field.name)")
    }
    column = ResultColumn(path.description)
    let pair: SQLFragment = """
      FROM json_each(\(raw: name)) AS pair WHERE pair.key = \(bind: .text(key))
      """
    value = "(SELECT pair.value \(pair))"
    sorting = Condition(type: type).stored(Operand.value(of: key, in: field.name))
    valueType = "(SELECT pair.type \(pair))"
    reading = .mapValue
  }

  init(_ column: ResultColumn, value: SQLFragment, sorting: SQLFragment, reading: Reading) {
    (self.column, self.value, self.sorting, self.reading) = (column, value, sorting, reading)
    valueType = nil
  }

  private init(
    _ column: ResultColumn, sql: SQLFragment, reading: Reading, valueType: SQLFragment? = nil,
    sorting: SQLFragment? = nil
  ) {
    self.column = column
    value = sql
    self.sorting = sorting ?? value
    self.valueType = valueType
    self.reading = reading
  }

  /// The type's name, as a constant.
  static func typeName(_ type: AssetType) -> ResultCell {
    ResultCell(ResultColumn("_type"), sql: "'\(raw: type.name.description)'", reading: .text)
  }

  /// Whether some export has told the asset's tags; null where the type has none.
  static func tagsAreKnown(_ type: AssetType) -> ResultCell {
    ResultCell(
      ResultColumn(FieldPath.tagsAreKnown.field),
      sql: type.hasTags ? "NOT \(raw: UnknownTags.condition)" : "NULL", reading: .bool)
  }

  /// When the run ended that saw the asset last; null where none is on record.
  static let lastSeen = ResultCell(
    ResultColumn(FieldPath.lastSeen.field),
    sql: "(SELECT finished_at FROM runs WHERE id = \(raw: LastSeen.function)(asset._id))",
    reading: .text,
    sorting: "nullif(\(raw: LastSeen.function)(asset._id), 0)")

  static let extraFields = ResultCell(
    ResultColumn("_extra", isOmittedWhenNull: true), sql: "asset._extra", reading: .json)

  /// What is the same in all types: the account, whatever the type calls it.
  static func account(_ type: AssetType) -> ResultCell {
    let field = type.accountField.map { "asset.\(AssetTable.quote($0))" } ?? "NULL"
    return ResultCell(ResultColumn("account_id"), sql: "\(raw: field)", reading: .text)
  }

  /// What is the same in all types: the tags, or null where a type has none.
  static func tags(_ type: AssetType) -> ResultCell {
    let hasTags = type.field(named: "tags")?.dataType.isMap == true
    return ResultCell(
      ResultColumn("tags"), sql: hasTags ? #"asset."tags""# : "NULL", reading: .json)
  }

  /// A tag of a type that has no tags.
  static func absentTag(_ path: FieldPath) -> ResultCell {
    ResultCell(ResultColumn(path.description), sql: "NULL", reading: .mapValue, valueType: "NULL")
  }

  private static func noField(_ path: FieldPath, of type: AssetType) -> Fault {
    let hasTags = type.field(named: "tags")?.dataType.isMap == true
    return Fault(
      .usage, what: "field \(path)", why: "\(type.name) has no field '\(path.field)'",
      advice: path.meant(among: type.fields.map(\.name))
        ?? (hasTags ? "write tags.\(path) for a tag; " : "")
        + "see: assetstore types show \(type.name)")
  }
}

extension ResultCell.Reading {
  init(_ dataType: DataType) {
    self =
      switch dataType {
      case .string, .timestamp: .text
      case .hstore, .hstoreCSV, .json, .array: .json
      case .int64: .integer
      case .float64: .real
      case .bool: .bool
      }
  }
}

extension FieldPath {
  /// Not a field: whether some export has told the asset's tags.
  static let tagsAreKnown = FieldPath(field: "_tags_known")

  /// Not a field: when an export had the asset last.
  static let lastSeen = FieldPath(field: "_last_seen")
}
