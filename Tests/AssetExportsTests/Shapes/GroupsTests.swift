import AssetCatalogue
import AssetFiles
import Assets
import Testing

@testable import AssetExports
@testable import AssetJSON

/// Exports that hold their records in groups, in rows, or beside something.
@Suite struct GroupsTests {
  @Test(arguments: [
    #"[[{"server_id":"a"}],[{"server_id":"b"}]]"#, #"[[[{"server_id":"a"}]],{"server_id":"b"}]"#,
    #"{"Servers":[[{"server_id":"a"}],[{"server_id":"b"}]]}"#,
    #"{"Servers":[{"server_id":"a"},{"server_id":"b"}],"failures":[]}"#,
    #"{"columns":[{"name":"server_id","type":"string"}],"rows":[["a"],["b"]]}"#,
    #"{"count":2,"data":{"columns":[{"name":"server_id"}],"rows":[["a"],["b"]]}}"#,
    #"{"status":"success","data":[{"server_id":"a"},{"server_id":"b"}],"metadata":{"x":1}}"#,
    "\u{FEFF}{\"server_id\":\"a\"}\n\u{FEFF}{\"server_id\":\"b\"}\n",
    "- server_id: a\n- server_id: b\n", "server_id: a\n---\nserver_id: b\n",
    "Servers:\n- &x {server_id: a}\n- {<<: *x, server_id: b}\n",
  ])
  func `records are found in lists of lists, in rows and in YAML`(text: String) throws {
    #expect(try Export.outcome(text) == ["server_id=a", "server_id=b"])
  }

  @Test func `a group's name says where its records are`() throws {
    let text =
      #"{"eu-west-1":[{"server_id":"a"}],"us-east-1":{"Servers":[{"server_id":"b"}],"x":1}}"#
    #expect(
      try Export.outcome(text) == ["region=eu-west-1 server_id=a", "region=us-east-1 server_id=b"])
  }

  @Test func `tags beside a resource are its own`() throws {
    let text =
      #"{"Configuration":{"server_id":"a","Arn":"arn:aws:x:::a"},"Code":{"u":1},"Tags":{"env":"prod"}}"#
    #expect(
      try Export.outcome(text) == [
        #"arn=arn:aws:x:::a server_id=a tags={"env":"prod"} _extra={"Code":{"u":1}}"#
      ])
  }

  @Test(arguments: [
    #"{"message":"Rate exceeded","details":[]}"#, #"{"__type":"X","message":"no"}"#,
    #"{"error":{"code":"AccessDenied"}}"#, #"{"data":[],"error":{"code":"x"}}"#,
    #"{"errors":["Forbidden"]}"#,
    #"{"kind":"Status","status":"Failure","message":"no","code":403}"#,
  ])
  func `what says that something failed is no export of nothing`(text: String) throws {
    #expect(try Export.outcome(text)[0].contains("the answer of something that failed"))
  }

  @Test(arguments: [
    #""NextPageMarker":"x""#, #""HasMoreServers":true"#, #""skip_token":"x""#,
    #""resultTruncated":"true""#, #""total_records":9,"count":1"#, #""@odata.nextLink":"u""#,
    #""LastEvaluatedKey":{"id":"x"}"#, #""Count":{"TotalResources":9,"Complete":false}"#,
    #""pageInfo":{"hasNextPage":true}"#, #""metadata":{"continue":"x"}"#, #""Marker":"x""#,
  ])
  func `every sign of more marks an export as partial`(member: String) throws {
    let read = try Export.read("{\"Servers\":[{\"server_id\":\"a\"}],\(member)}")
    #expect(read.summary.isPartial && read.summary.warnings.entries.isEmpty)
  }

  @Test(arguments: [
    #""NextToken":null"#, #""NextToken":"""#, #""IsTruncated":false"#, #""count":1"#,
    #""total_records":1,"count":1"#, #""IsTruncated":false,"Marker":"x""#,
    #""Count":{"TotalResources":1,"Complete":true}"#, #""metadata":{"resourceVersion":""}"#,
  ])
  func `an export that is whole says so`(member: String) throws {
    let read = try Export.read("{\"Servers\":[{\"server_id\":\"a\"}],\(member)}")
    #expect(!read.summary.isPartial && read.summary.warnings.entries.isEmpty)
  }

  @Test(arguments: [
    ("region: !Ref R", #"{"Ref":"R"}"#), ("region: !Sub '${A}-x'", #"{"Fn::Sub":"${A}-x"}"#),
    ("region: !GetAtt A.B.C", #"{"Fn::GetAtt":["A","B.C"]}"#), ("region: !Other x", "x"),
    ("region: 012", "012"), ("region: yes", "yes"), ("region: 1.50", "1.50"),
  ])
  func `YAML keeps what it spells, and CloudFormation's tags are functions`(
    line: String, expected: String
  ) throws {
    #expect(try Export.outcome("server_id: a\n\(line)\n") == ["region=\(expected) server_id=a"])
  }

  @Test func `aliases can't make a text grow without bounds`() throws {
    var text = "a0: &a0 [xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(try Export.outcome(text)[0].contains("its aliases make it larger"))
  }

  @Test func `a fault in YAML is placed`() throws {
    #expect(
      try Export.outcome("# é\nServers:\n- {server_id: a, labels: 7}\n")[0]
        .hasPrefix("3:40: a map has to be"))
  }
}
