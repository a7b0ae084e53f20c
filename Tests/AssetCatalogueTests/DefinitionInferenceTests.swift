import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct DefinitionInferenceTests {
  private func type(_ text: String, named name: String = "aws.thing") throws -> AssetType {
    let records = try text.split(separator: "\n").flatMap { line in
      let value = try JSONValue(parsing: line.utf8, named: "a sample")
      return value.array ?? [value]
    }
    return try DefinitionInference.type(named: TypeName(name), from: records)
  }

  /// `name data_type provider_name`, without the key field.
  private func fields(_ type: AssetType) -> [String] {
    type.fields.dropFirst().map { field in
      "\(field.name) \(field.dataType.rawValue)" + (field.providerName.map { " \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("[null]", "string"), ("[true, null]", "bool"), ("[1, -2]", "int64"), ("[1, 0.5]", "float64"),
    ("[1, 9223372036854775808]", "string"), ("[0.1000000000000000055]", "string"),
    (#"["0012", "7"]"#, "string"), (#"[1, "a"]"#, "string"),
    (#"["2026-01-02T03:04:05Z"]"#, "timestamp"), (#"["2026-01-02"]"#, "string"),
    (#"["2026-01-02T03:04:05Z", ""]"#, "string"), (#"["1767323045678"]"#, "string"),
    (#"[{"a": "b"}, {"c": 1}]"#, "hstore"), (#"[{"a": {}}]"#, "json"), ("[{}]", "json"),
    (#"[[{"Key": "a", "Value": "b"}, {"Key": "c"}]]"#, "hstore"),
    (#"[[{"Key": "a", "Value": "b", "Owner": "c"}]]"#, "json"),
    ("[[]]", "array<string>"), (#"[["a:b"], []]"#, "array<string>"), ("[[1], [2]]", "array<int64>"),
    ("[[1, 2.5]]", "array<float64>"), ("[[true]]", "array<bool>"), (#"[[1, "a"]]"#, "json"),
    ("[[[1]]]", "json"), (#"["a", {}]"#, "json"),
  ])
  func `a data type is what holds all of the values`(values: String, expected: String) throws {
    let value = try JSONValue(parsing: values.utf8, named: "values")
    let records = try #require(value.array).map { JSONValue.object([.init("v", value: $0)]) }
    let type = try DefinitionInference.type(named: TypeName("a.b"), from: records)
    #expect(fields(type) == ["v \(expected)"])
  }

  @Test(arguments: [
    ("Tags", #"["env:prod", "bare"]"#, "tags hstore_csv Tags"),
    ("tags", "[null]", "tags hstore"), ("accountId", "123456789012", "account_id string accountId"),
    ("VPCId", #""x""#, "vpc_id string VPCId"), ("@type", "1", "type int64 @type"),
    ("_cq_id", "1", "_cq_id int64"), ("_run", "1", "run int64 _run"),
    ("größe", "1", "gr__e int64 größe"), ("2fa", "true", "n2fa bool 2fa"),
    ("", "1", "field int64 "), ("a\\\"; DROP", "1", "a____drop int64 a\"; DROP"),
  ])
  func `a name is in snake case, and the provider's is kept`(
    name: String, value: String, expected: String
  ) throws {
    #expect(try fields(type("{\"\(name)\": \(value)}")) == [expected])
  }

  @Test(arguments: [
    (#"[{"a":"b"}, {"a":["b","c"]}, [{"Key":"a","Value":"b"}], "\"a\"=>\"b\"", {}]"#, "hstore"),
    (#"[{"a":"b"}, ["a:b"], null]"#, "hstore_csv"), (#"[{"a":"b"}, {"a":{"b":"c"}}]"#, "json"),
    (#"["a", "b"]"#, "string"),
  ])
  func `tags are a map however each record spells them`(values: String, expected: String) throws {
    let value = try JSONValue(parsing: values.utf8, named: "values")
    let records = try #require(value.array).map { JSONValue.object([.init("Tags", value: $0)]) }
    let type = try DefinitionInference.type(named: TypeName("a.b"), from: records)
    #expect(fields(type) == ["tags \(expected) Tags"])
  }

  @Test func `fields come in the order they were seen first`() throws {
    let type = try type("{\"b\": 1, \"a\": 2}\n{\"c\": 3, \"a\": 4}\n\n")
    #expect(fields(type) == ["b int64", "a int64", "c int64"])
  }

  @Test func `two names that come to the same stay apart`() throws {
    let type = try type(
      "{\"apiId\": 1, \"api_id\": 2, \"ApiId\": 3, \"e\u{301}\": 4, \"\u{E9}\": 5}")
    #expect(
      fields(type) == [
        "api_id int64 apiId", "api_id_2 int64 api_id", "api_id_3 int64 ApiId",
        "e_ int64 e\u{301}", "field int64 \u{E9}",
      ])
  }

  @Test func `the account and a key are guessed`() throws {
    let text =
      #"{"OwnerId": "1", "account_id": "2", "ThingId": "3"}"#
    let type = try type(text)
    #expect(type.accountField == "account_id")
    #expect(type.keyTemplate?.description == "aws:{account_id}:{thing_id}")
    #expect(
      try self.type(#"[{"_key": "a", "_type": "aws.thing", "_extra": {}}]"#).keyTemplate == nil)
  }

  @Test(arguments: [
    "{}", #"{"a": {}}"#, #"[{"_key": 5}]"#, #"{"_id": 1, "Id": 2, "ID": 3}"#,
    "{" + (0..<2_000).map { "\"f\($0)\": \($0)" }.joined(separator: ",") + "}",
    "{" + (0..<500).map { "\"ä\($0)\": [], \"\($0)\": 1" }.joined(separator: ",") + "}",
  ])
  func `what is proposed can be read again`(text: String) throws {
    let type = try type(text)
    #expect(try AssetType(definition: type.definition) == type)
  }

  @Test(arguments: ["[]", "[1]", ""])
  func `what holds no records is refused`(text: String) {
    #expect(throws: Fault.self) { try type(text) }
  }

  @Test(arguments: [
    (
      "my.nodegroup", #"{"nodegroupArn":"arn:aws:eks:r:000000000123:nodegroup/c/n/1","name":"n"}"#,
      "my:{nodegroup_arn}"
    ),
    (
      "my.db_proxy", #"{"DBProxyArn":"arn:aws:rds:r:000000000123:db-proxy:1","VpcId":"v"}"#,
      "my:{db_proxy_arn}"
    ),
    ("my.thing", #"{"RoleArn":"arn:aws:iam::000000000123:role/r","RevisionId":"x"}"#, nil),
    (
      "my.thing", #"{"RoleArn":"arn:aws:iam::000000000123:role/r","thing_name":"a"}"#,
      "my:{thing_name}"
    ),
  ])
  func `a key is proposed of what identifies, and of nothing else`(
    name: String, text: String, template: String?
  ) throws {
    let type = try type(text, named: name)
    #expect(type.keyTemplate?.description == template)
    if type.recognition.identifier != nil {
      #expect(type.accountField == "account_id" && type.regionField == "region")
    }
  }

  @Test func `fields are found where Kubernetes and Azure keep them`() throws {
    let text =
      #"{"apiVersion":"a/v1","kind":"Widget","metadata":{"name":"w","uid":"u","labels":{"a":"b"}},"spec":{"size":1}}"#
    let widget = try type(text, named: "k8s.widgets")
    #expect(widget.field(named: "labels")?.paths == ["metadata.labels"])
    #expect(widget.field(named: "spec_size")?.dataType == .int64)
    #expect(widget.recognition.tagField == "labels" && widget.field(named: "tags") != nil)
    #expect(widget.keyTemplate?.description == "k8s:{uid}")
    let vault = try type(
      #"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v","properties":{"vaultUri":"u"}}"#,
      named: "azure.keyvault_vaults")
    #expect(vault.field(named: "vault_uri")?.paths == ["properties.vaultUri"])
    #expect(vault.accountField == "subscription_id")
  }
}
