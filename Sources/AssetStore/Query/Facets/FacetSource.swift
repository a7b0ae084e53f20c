internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Where the values of a facet are, for the assets of one type.
enum FacetSource {
  /// The type has none: all of its assets are missing.
  case absent
  /// The name of the type.
  case typeName
  /// Whether some export has told the tags.
  case tagsAreKnown
  /// Below a term, which the assets have that have a value.
  case terms(TermFacet)
  /// In the rows: a table called `asset`, perhaps joined to what is in a column, and the value.
  case rows(source: SQLFragment, SQLFragment, ResultCell.Reading)

  /// - Parameters:
  ///   - cell: what a result would show of the path.
  ///   - source: the table, called `asset`.
  init(_ path: FieldPath, cell: ResultCell, of select: TypeSelect, in source: SQLFragment) {
    let type = select.type
    if path == FieldPath("_type") {
      self = .typeName
      return
    }
    if path.isExpression {
      self = .rows(source: source, cell.value, cell.reading)
      return
    }
    if path == .tagsAreKnown {
      self = type.hasTags ? .tagsAreKnown : .absent
      return
    }
    if path == .lastSeen {
      self = .rows(source: source, cell.value, .text)
      return
    }
    let isAccount = path == FieldPath("account_id") && type.accountField != nil
    guard let field = type.field(named: isAccount ? type.accountField ?? "" : path.field) else {
      self =
        path == FieldPath("_extra") ? .rows(source: source, cell.value, .json) : .absent
      return
    }
    if field.dataType == .json, path.key != nil {
      self = .rows(source: source, cell.value, cell.reading)
      return
    }
    guard let root = type.termRoot(of: field) else {
      if case .array = field.dataType {
        let column: SQLFragment = "asset.\(raw: AssetTable.quote(field.name))"
        // A null in a list is no value, and does not say that there is none.
        self = .rows(
          source: "\(source) LEFT JOIN json_each(\(column)) AS one ON one.type <> 'null'",
          "one.value", field.isArrayOfBools ? .bool : .text)
      } else {
        self = .rows(source: source, cell.value, ResultCell.Reading(field.dataType))
      }
      return
    }
    self = .terms(TermFacet(field, root: root, key: path.key))
  }
}

extension Field {
  fileprivate var isArrayOfBools: Bool { dataType == .array(.bool) }
}

/// A facet whose values are terms.
struct TermFacet: Hashable {
  /// What the values stand below.
  let parent: Term
  let kind: Term.Kind
  let reading: ResultCell.Reading
  private let column: String
  private let key: String?

  init(_ field: Field, root: String, key: String?) {
    column = "asset.\(AssetTable.quote(field.name))"
    self.key = key
    if let key {
      parent = .field(root).appending(.key, text: key)
      (kind, reading) = (.value, .text)
    } else {
      parent = .field(root)
      kind = field.dataType.isMap ? .key : .value
      reading = field.dataType.isMap ? .text : ResultCell.Reading(field.dataType)
    }
  }

  /// All values of the assets that a select finds, each once an asset; a row without one for an asset that has none.
  func values(_ select: TypeSelect) -> SQLFragment {
    let value: SQLFragment
    var joined: SQLFragment = ""
    if let key {
      value = Self.mapValue
      joined = """
         LEFT JOIN json_each(\(raw: column)) AS pair ON pair.key = \(bind: .text(key))
        LEFT JOIN \(Self.severalValues)
        """
    } else if kind == .key {
      value = "pair.key"
      joined = " LEFT JOIN json_each(\(raw: column)) AS pair"
    } else {
      value = "\(raw: column)"
    }
    return """
      SELECT DISTINCT asset._id, \(value)
      FROM \(select.source)\(joined)
      WHERE (\(select.condition))
      """
  }

  private static let mapValue: SQLFragment =
    "CASE pair.type WHEN 'array' THEN one.value ELSE pair.value END"
  private static let severalValues: SQLFragment =
    "json_each(CASE pair.type WHEN 'array' THEN pair.value END) AS one"

  /// The rows that hold values too long for terms, and those values.
  func longValues(_ select: TypeSelect) -> BlockRows {
    guard let key else {
      return BlockRows(select.currentSource, columns: ["\(raw: column)"], where: "1")
    }
    return BlockRows(
      """
      \(select.currentSource), json_each(\(raw: column)) AS pair
      LEFT JOIN \(Self.severalValues)
      """, columns: [Self.mapValue],
      where: """
        pair.key = \(bind: .text(key)) \
        AND length(CAST(\(Self.mapValue) AS BLOB)) > \(raw: "\(Term.valueLimit)")
        """)
  }
}
