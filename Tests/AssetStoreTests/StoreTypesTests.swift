import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// Types of a store beside one another.
@Suite struct StoreTypesTests {
  @Test func `what a page leaves unsaid stays: the key template, the provider's names, the rules`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let known = try store.type(named: responseType)
    let page = try AssetType(
      TypeName(responseType), accountField: "account_id", keyTemplate: nil,
      fields: [Field("account_id", dataType: .string), Field("tags", dataType: .hstoreCSV)])
    _ = try store.add(page)
    let now = try store.type(named: responseType)
    #expect(now.keyTemplate == known.keyTemplate)
    #expect(now.field(named: "tags")?.rules == known.field(named: "tags")?.rules)
    #expect(now.field(named: "api_id")?.isRetired == true)
    #expect(
      try store.ingest(
        [#"{"IntegrationResponseId":"r"}"#], account: "1",
        values: ["region": "x", "api_id": "a", "integration_id": "i"], in: folder
      ).counts.inserted == 1)
    // The same for a type of the catalogue that the store has not met yet.
    let vpcLink = try AssetType(
      TypeName("aws.apigatewayv2_vpclink"), accountField: nil, keyTemplate: nil, fields: [])
    #expect(try store.add(vpcLink).type.accountField == "account_id")
  }

  @Test func `a type whose names another one uses is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let make = { (name: String) in
      try store.add(
        AssetType(
          TypeName(name), accountField: nil, keyTemplate: nil,
          fields: [Field("a", dataType: .string)]))
    }
    _ = try make("a.b_c")
    let ofSQLite = ["sqlite.thing", "json.each", "pragma.table_info", "jsonb.tree", "rtree.i32"]
    for name in ["a_b.c", "a.b_c_tags", "a.b_c_by_key", "run.files"] + ofSQLite {
      let fault = try #require(throws: Fault.self) { try make(name) }
      #expect(fault.kind == .usage && fault.advice == "choose another name for the type")
    }
  }

  @Test func `groups of types are asked together, each by its own account`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    for (name, account) in [
      ("gcp.disk", "project_id"), ("gcp.vm", "project_id"), ("aws.vm", "owner"),
    ] {
      _ = try store.add(
        AssetType(
          TypeName(name), accountField: account, keyTemplate: nil,
          fields: [Field(account, dataType: .string), Field("tags", dataType: .hstore)]))
      let path = try folder.write("r", #"{"_key":"\#(name)","\#(account)":"p1","tags":{"a":"b"}}"#)
      _ = try store.ingest(IngestRequest(type: name, sources: [.file(path)]))
    }
    var query = Query(
      types: try TypeSelection("gcp.*"), where: Operand.field("account_id").isIn(["p1"]),
      fields: [FieldPath("_type"), FieldPath("account_id"), FieldPath("tags.a")])
    #expect(
      try store.lines(query) == [
        #"{"_type":"gcp.disk","account_id":"p1","tags.a":"b"}"#,
        #"{"_type":"gcp.vm","account_id":"p1","tags.a":"b"}"#,
      ])
    query.types = .all
    query.sort = [.init(FieldPath("_type"), descending: true)]
    #expect(try store.lines(query).count == 3)
    #expect(throws: Fault.self) { try TypeSelection("gcp.'*") }
  }
}
