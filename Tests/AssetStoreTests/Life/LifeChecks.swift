import AssetFiles
import AssetJSON
import AssetLanguage
import AssetOutput
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

extension Life {
  /// Holds the store against the model, in all that it can be asked.
  func check(_ step: String) throws {
    let store = try Store.open(path)
    let bad = try store.verify().checks.filter { !$0.isGood }
    try #require(bad.isEmpty, "\(place) after \(step): \(bad)")
    for type in model.types where type.isAdded {
      let rows = try store.lines(Query(types: .one(TypeName(type.name)))).map(String.init)
      try #require(rows == model.rows(type), "\(place) after \(step): \(type.name)")
    }
    try #require(try store.runs().count == model.runs, "\(place) after \(step)")
    for (text, isTrue) in Self.questions {
      let query = Query(types: .all, where: try Assets.Expression(parsing: text))
      let expected = model.all.filter { isTrue($0.asset) }
      let asked = "\(place) after \(step): \(text)"
      try #require(try store.count(query) == expected.count, "\(asked)")
      let plain = try Connection(path: path, access: .readOnly)
      let explained = try store.explain(query, counts: true)
      try #require(try plain.integer(explained) ?? 0 == expected.count, "\(asked), explained")
      try #require(
        try pages(store, query) == expected.map { [$0.type.name, $0.asset.key] }, "\(asked)")
    }
    try checkFacets(store, step)
    try checkOrder(store, step)
  }

  private static var questions: [(text: String, isTrue: (LifeModel.Asset) -> Bool)] {
    [
      ("tags->'env' = 'prod'", { $0.tags?["env"]?.string == "prod" }),
      ("NOT tags ? 'env'", { $0.tags?["env"] == nil }),
      ("account_id = '000000000012'", { $0.account == "000000000012" }),
      ("tags ? 'owner' OR account_id = '2'", { $0.tags?["owner"] != nil || $0.account == "2" }),
      ("tags->'note' LIKE '%éé'", { $0.tags?["note"]?.string != nil }),
      (
        "tags->'n' IN ('3', '7') AND NOT tags @> 'env=>dev'",
        { ["3", "7"].contains($0.tags?["n"]?.string) && $0.tags?["env"]?.string != "dev" }
      ),
    ]
  }

  /// The types and keys of what a query finds, a page at a time.
  private func pages(_ store: Store, _ query: Query) throws -> [[String]] {
    var query = query
    query.fields = [FieldPath("_type"), FieldPath("_key")]
    query.limit = Int.random(in: 3...40, using: &random)
    var found: [[String]] = []
    var cursor: Cursor?
    repeat {
      let output = Collector()
      var writer = makeResultWriter(.ndjson, to: OutputStream { output.bytes.append(span: $0) })
      cursor = try store.query(query, after: cursor, into: &writer).next
      for line in output.bytes.split(separator: 0x0A) {
        let row = try JSONValue(parsing: line, named: "a row")
        found.append([row["_type"]?.string ?? "", row["_key"]?.string ?? ""])
      }
    } while cursor != nil
    return found
  }

  private func checkFacets(_ store: Store, _ step: String) throws {
    let values: [(facet: String, value: (LifeModel.AssetType, LifeModel.Asset) -> String?)] = [
      ("_type", { type, _ in type.name }), ("account_id", { $1.account }),
      ("tags.env", { $1.tags?["env"]?.string }), ("tags.n", { $1.tags?["n"]?.string }),
    ]
    for (facet, value) in values {
      var expected: [String: Int] = [:]
      for (type, asset) in model.all {
        let text = value(type, asset).map { JSONValue.string($0).text } ?? "null"
        expected[#"{"facet":"\#(facet)","value":\#(text)"#, default: 0] += 1
      }
      let lines = try store.facetLines([facet], Query(types: .all))
      let asked = "\(place) after \(step): \(facet)"
      try #require(
        Set(lines) == Set(expected.map { #"\#($0.key),"count":\#($0.value)}"# }), "\(asked)")
    }
  }

  /// What is missing comes last, and the order of entry decides between equals.
  private func checkOrder(_ store: Store, _ step: String) throws {
    var query = Query(types: .all, fields: [FieldPath("_key")])
    query.sort = [Query.Sort(FieldPath("tags.n"))]
    let keyed = model.all.map { (value: $0.asset.tags?["n"]?.string, asset: $0.asset) }
    let expected = keyed.sorted { left, right in
      switch (left.value, right.value) {
      case (let one?, let other?) where one != other: one < other
      case (.some, nil): true
      case (nil, .some): false
      default: left.asset.serial < right.asset.serial
      }
    }
    let keys = try store.lines(query).map {
      try JSONValue(parsing: $0.utf8, named: "a row")["_key"]?.string
    }
    try #require(keys == expected.map(\.asset.key), "\(place) after \(step): sorted")
  }
}
