internal import AssetLanguage
internal import Assets

/// The table of a type on a PostgreSQL server, to which a store was exported: `aws.ec2_instance` is the table
/// `ec2_instance` of the schema `aws`.
struct PostgreSQLTable {
  let type: AssetType

  init(_ type: AssetType) { self.type = type }

  struct Column: Hashable {
    let name: String
    let dataType: String
    var isRequired = false
    var comment: String?

    /// The name as an identifier.
    var quoted: String { PostgreSQLSpelling.name(name) }
  }

  var schema: String { type.name.provider }

  /// The name within the schema. That of a type of more than two words has no dots: the names of tables of a store
  /// don't differ in those.
  var plainName: String { String(type.name.resource.map { $0 == "." ? "_" : $0 }) }

  /// The name with its schema, as identifiers.
  var name: String { qualified(plainName) }

  /// The name of the view that has a row for each value of each tag.
  var tagsName: String { qualified(plainName + "_tags") }

  func qualified(_ name: String) -> String {
    PostgreSQLSpelling.name(schema) + "." + PostgreSQLSpelling.name(name)
  }

  /// The column of a field: in lower case, as PostgreSQL reads a name without quotes.
  static func column(_ field: String) -> String { PostgreSQLSpelling.name(field.foldedASCII) }

  /// The fields that are maps, beside each of which there is a column with its terms.
  var maps: [Field] { type.fields.filter(\.dataType.isMap) }

  /// The column with a map's terms: `tags_terms`.
  func termsColumn(of map: String) -> String { free(map.foldedASCII + "_terms") }

  /// The column by which assets are spread over servers.
  var shardColumn: String { free("shard") }

  /// A name that no field has.
  private func free(_ name: String) -> String {
    let taken = Set(type.fields.map { $0.name.foldedASCII })
    var name = name
    while taken.contains(name) { name = "_" + name }
    return name
  }
}

// Terms say which keys a map has, and which values, of which hstore has but one for a key.
extension PostgreSQLTable {
  /// The term for a value of a key.
  static func term(_ value: String, of key: String) -> String {
    var term = ""
    for scalar in key.unicodeScalars {
      if scalar == "=" || scalar == "\\" { term.unicodeScalars.append("\\") }
      term.unicodeScalars.append(scalar)
    }
    return "\(term)=\(value)"
  }

  /// Finds the value in a term, and nothing in that of a key.
  static let valuePattern = #"^(?:[^\\=]|\\.)*=(.*)$"#
}

extension PostgreSQLTable {
  /// What it has of an asset, in the order of the store's own table.
  var assetColumns: [Column] {
    [Column(name: "_id", dataType: "bigint", isRequired: true)]
      + type.fields.map { field in
        Column(
          name: field.name.foldedASCII, dataType: Self.dataType(field.dataType),
          isRequired: field.name == Field.keyName, comment: Self.comment(field))
      }
      + [
        // As it is spelled: jsonb sorts members, rounds numbers and takes no U+0000.
        Column(name: "_extra", dataType: "json"),
        Column(name: "_run", dataType: "bigint", isRequired: true),
      ]
  }

  /// All columns.
  func columns(isDistributed: Bool) -> [Column] {
    let shard = Column(name: shardColumn, dataType: "text", isRequired: true)
    let terms = maps.map { Column(name: termsColumn(of: $0.name), dataType: "text[]") }
    return assetColumns + (isDistributed ? [shard] : []) + terms
  }

  private static func dataType(_ dataType: DataType) -> String {
    switch dataType {
    case .string: "text"
    case .hstore, .hstoreCSV: "hstore"
    case .json: "json"
    case .timestamp: "timestamptz"
    case .int64: "bigint"
    case .float64: "float8"
    case .bool: "boolean"
    case .array(.string): "text[]"
    case .array(.int64): "bigint[]"
    case .array(.float64): "float8[]"
    case .array(.bool): "boolean[]"
    }
  }

  private static func comment(_ field: Field) -> String? {
    let parts = [field.title, field.description].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}

extension PostgreSQLTable {
  /// - Throws: `guarded` for what PostgreSQL has no room or no name for.
  func requireRoom() throws {
    let names = [schema, plainName + "_versions"] + columns(isDistributed: true).map(\.name)
    if let long = names.first(where: { $0.utf8.count > PostgreSQLSpelling.maxNameLength }) {
      throw fault("the name '\(long)' is longer than PostgreSQL's 63 bytes")
    }
    guard columns(isDistributed: true).count <= 1_600 else {
      throw fault("it has more columns than PostgreSQL's 1,600")
    }
    if let taken = names.first(where: Self.systemColumns.contains) {
      throw fault("the name '\(taken)' is that of a column of PostgreSQL's own")
    }
    guard !schema.hasPrefix("pg_"), !["information_schema", "public"].contains(schema) else {
      throw fault("the schema '\(schema)' is PostgreSQL's own")
    }
  }

  private static let systemColumns: Set<String> = [
    "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid",
  ]

  private func fault(_ why: String) -> Fault {
    Fault(
      .guarded, what: "type \(type.name)", why: why, advice: "export the other types with --type")
  }
}
