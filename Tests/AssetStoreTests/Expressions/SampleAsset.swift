import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetSQLite
import AssetStore
import TestSupport

/// An asset of a type that has a field of every kind, as a naive reader sees it.
struct SampleAsset {
  typealias Map = [(key: String, values: [String]?)]

  var key = ""
  var texts: [String: String] = [:]
  var numbers: [String: Double] = [:]
  var bools: [String: Bool] = [:]
  /// By field; a key's values are nil for null.
  var maps: [String: Map] = [:]
  var groups: [String]?

  static func type(_ name: String = "test.sample") throws -> AssetType {
    try AssetType(
      TypeName(name), accountField: "owner", keyTemplate: nil,
      fields: [
        Field("owner", dataType: .string), Field("name", dataType: .string, isIndexed: true),
        Field("size", dataType: .int64, isIndexed: true), Field("ratio", dataType: .float64),
        Field("active", dataType: .bool, isIndexed: true), Field("made", dataType: .timestamp),
        Field("labels", dataType: .hstore), Field("tags", dataType: .hstoreCSV),
        Field("groups", dataType: .array(.string)),
        Field("detail", dataType: .json),
      ])
  }

  static let keys = [
    "env", "Env", "a.b", "$default", "quote\"s", "it's", "é", "e\u{301}", "", "😀", "a:b=c", "x=>y",
    "back\\slash", "[0]",
  ]
  static let values = [
    "prod", "Prod", "dev", "", "100%", "a_b", "x*y", "[z]", "é", "e\u{301}", "012", "12", "NULL",
    "it's", "a,b", "back\\slash", "😀", "ab",
    // One more byte than terms hold, and as many.
    String(repeating: "é", count: 128) + "x", String(repeating: "é", count: 128),
  ]
  /// Spellings of instants, and what only looks like one.
  static let instants: [(text: String, milliseconds: Int?)] = [
    ("2024-05-01", 1_714_521_600_000), ("2024-05-01T00:00:00Z", 1_714_521_600_000),
    ("2024-05-01 02:00:00+02:00", 1_714_521_600_000), ("2024-05-01T12:30", 1_714_566_600_000),
    ("2024-05-01T12:30:00.25Z", 1_714_566_600_250), ("1969-12-31 23:59:59", -1_000),
    ("1969-12-31T23:59:59Z", -1_000), ("2024-05-01T12:30:00Z", 1_714_566_600_000), ("soon", nil),
    ("now", nil), ("2460000", nil), ("2024-05-01 or so", nil),
  ]

  init(_ index: Int, using random: inout SeededGenerator) {
    key = "asset \(index)"
    for (field, choices) in [
      ("owner", ["000000000123", "123"]), ("name", Self.values),
      // As the store spells them, so that they read the same as text.
      (
        "made",
        Self.instants.filter { $0.milliseconds != nil && $0.text.hasSuffix("Z") }.map(\.text)
      ),
    ] where .random(in: 0..<5, using: &random) > 0 {
      texts[field] = choices.randomElement(using: &random)
    }
    if .random(in: 0..<5, using: &random) > 0 {
      numbers["size"] = .init(Int.random(in: -2...3, using: &random))
    }
    if .random(using: &random) {
      numbers["ratio"] = [0, 0.1, 1, 1.5, -2].randomElement(using: &random)
    }
    if .random(in: 0..<3, using: &random) > 0 { bools["active"] = .random(using: &random) }
    if .random(in: 0..<4, using: &random) > 0 {
      groups = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        Self.values.randomElement(using: &random)
      }
    }
    for field in ["labels", "tags"] where .random(in: 0..<5, using: &random) > 0 {
      maps[field] = Self.map(using: &random)
    }
  }

  private static func map(using random: inout SeededGenerator) -> Map {
    keys.shuffled(using: &random).prefix(.random(in: 0...5, using: &random)).map { key in
      let count = [0, 1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
      let values = values.shuffled(using: &random).prefix(count).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return (key, count == 0 ? nil : values)
    }
  }

  /// As an export spells it.
  var record: String {
    var members = [JSONValue.Member("_key", value: .string(key))]
    members += texts.map { .init($0.key, value: .string($0.value)) }
    members += numbers.map {
      .init(
        $0.key,
        value: $0.value == $0.value.rounded() ? JSONValue(Int($0.value)) : .number("\($0.value)"))
    }
    members += bools.map { .init($0.key, value: .bool($0.value)) }
    if let groups { members.append(.init("groups", value: .array(groups.map(JSONValue.string)))) }
    for (field, map) in maps {
      members.append(.init(field, value: .array(map.flatMap { Self.tags($0.key, $0.values) })))
    }
    return JSONValue.object(members).text
  }

  private static func tags(_ key: String, _ values: [String]?) -> [JSONValue] {
    guard let values else { return [["Key": .string(key), "Value": .null]] }
    return values.map { ["Key": .string(key), "Value": .string($0)] }
  }
}

extension SampleAsset {
  /// Asks for the keys of the sample assets that the expression is true of.
  static func query(_ expression: Expression) throws -> Query {
    Query(types: .one(try TypeName("test.sample")), where: expression, fields: [FieldPath("_key")])
  }
}

extension Store {
  func ingest(
    samples: [SampleAsset], as type: String = "test.sample", in folder: borrowing TemporaryFolder
  ) throws {
    _ = try add(SampleAsset.type(type))
    let path = try folder.write("samples.ndjson", samples.map { $0.record + "\n" }.joined())
    _ = try ingest(IngestRequest(type: type, sources: [.file(path)]))
  }

  /// The keys of the sample assets that the expression is true of.
  func sampleKeys(_ expression: Expression) throws -> [String] {
    try lines(SampleAsset.query(expression)).map {
      String($0.dropFirst(#"{"_key":""#.count).dropLast(2))
    }
  }
}

extension Connection {
  /// The first column of what the statement finds.
  borrowing func texts(_ sql: String) throws -> [String] {
    var texts: [String] = []
    try forEachRow(sql) { texts.append($0.text(at: 0) ?? "") }
    return texts
  }
}
