import AssetStore

// Feeds a store, and prints what it says of tags, with one import.
let store = try Store.openOrCreate(CommandLine.arguments[1])
let records = (1...3).lazy.map {
  #"{"_key": "response-\#($0)", "account_id": "111122223333", "tags": {"env": "prod"}}"#
}
let report = try store.ingest(records, type: "aws.apigatewayv2_integrationresponse")
print("inserted", report.counts.inserted)

let unowned = Query().tagged("env", with: "prod").lackingValue(ofTag: "owner")
print("unowned", try store.count(unowned))
for try await asset in store.assets(unowned) {
  for tag in asset.tags { print(asset.key, tag.key, tag.values.joined(separator: ",")) }
}
let sorted = try Query("tags ? 'env'", types: "aws.*")
  .sorted(by: "_key", descending: true)
try store.forEachAsset(sorted) { asset in
  print(asset.key, asset.account ?? "nobody", asset["tags.env"]?.string ?? "none")
}
for facet in try store.facets(of: "tags.env") { print(facet.value.text, facet.count) }
let counts = try store.sql("SELECT count(*) AS n FROM aws.apigatewayv2_integrationresponse")
print(counts.columns, counts.rows[0][0].text)

_ = try store.ingest(
  [#"{"_key": "response-1", "account_id": "111122223333", "tags": {"env": "test"}}"#],
  type: "aws.apigatewayv2_integrationresponse")
for change in try store.diff(from: "1") {
  for field in change.changes { print(change.key, field.field, field.from.text, field.to.text) }
}
print("events", try store.history(of: "response-1").count)
print("then", try store.count(unowned.asOf("1")))
for coverage in try store.coverage(ofTags: ["owner"]) {
  print(coverage.key, coverage.present, coverage.lacking)
}
do {
  _ = try Query("tags ? ")
} catch let fault as Fault {
  print(fault.kind)
}
print(try store.verify().isGood)
