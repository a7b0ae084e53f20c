import Assets
import Testing

@testable import AssetCatalogue

@Suite struct DraftTypeTests {
  private func draft(_ fields: [Field], name: String = "k8s.pods") throws -> DraftType {
    DraftType(
      name: try TypeName(name), title: nil, description: nil,
      accountField: DraftType.proposedAccountField(try TypeName(name), fields: fields),
      keyTemplate: nil,
      fields: fields)
  }

  private func message(_ draft: DraftType) -> String {
    do {
      _ = try draft.type()
      return "taken"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a type whose assets can't be told apart is refused with what would mend it`() throws {
    let pods = try draft([
      Field("labels", dataType: .hstore), Field("name", dataType: .string),
      Field("uid", dataType: .string),
    ])
    #expect(
      message(pods)
        == "type k8s.pods: it has no field _key, and no key template instead; "
        + "say which fields tell one asset from another: --key-template 'k8s:{uid}'")
    #expect(try pods.type(keyTemplate: "k8s:{uid}").keyTemplate?.description == "k8s:{uid}")
    #expect(throws: Fault.self) { try pods.type(keyTemplate: "k8s:{nobody}") }
  }

  @Test func `a given account field goes before the proposed one`() throws {
    let fields = [
      Field("_key", dataType: .string), Field("account_id", dataType: .string),
      Field("owner", dataType: .string),
    ]
    let type = try draft(fields, name: "aws.thing")
    #expect(try type.type().accountField == "account_id")
    #expect(try type.type(accountField: "owner").accountField == "owner")
    #expect(throws: Fault.self) { try type.type(accountField: "nobody") }
  }

  @Test(arguments: [
    (
      "aws.apigatewayv2_api", ["account_id", "api_id", "name", "region"],
      "aws:{account_id}:{region}:{api_id}"
    ),
    ("aws.omics_store", ["arn", "id", "name"], "aws:{arn}"),
    ("aws.s3tables_table", ["name", "other_arn", "table_arn"], "aws:{table_arn}"),
    ("aws.x_routeresponse", ["api_id", "route_response_id"], "aws:{route_response_id}"),
    ("azure.vault", ["id", "subscription_id"], "azure:{subscription_id}:{id}"),
  ])
  func `a key is proposed from the asset's own identifier`(
    name: String, fields: [String], expected: String
  ) throws {
    let draft = try draft(
      fields.map { Field($0, dataType: .string) } + [Field("tags", dataType: .hstore)], name: name)
    #expect(draft.proposedKeyTemplate == expected)
  }

  @Test(arguments: [
    [Field("tags", dataType: .hstore), Field("spec", dataType: .json)],
    // Assets that share a field would be one.
    [
      Field("cloud_provider", dataType: .string), Field("account_id", dataType: .string),
      Field("size", dataType: .int64),
    ],
  ])
  func `no key is proposed from fields that identify nothing`(fields: [Field]) throws {
    let draft = try draft(fields)
    #expect(draft.proposedKeyTemplate == nil)
    #expect(message(draft).contains("--key-template 'k8s:{FIELD}'"))
  }

  @Test(arguments: [
    ("oci.a_b", ["cloud_account_id", "compartment_id"], "compartment_id"),
    ("oci.a_b", ["cloud_account_id"], "cloud_account_id"),
    ("azure.monitor_account", ["account_id"], nil), ("gcp.x_y", ["project_number"], nil),
    ("aws.a_b", ["account_id", "project_id"], "account_id"),
  ])
  func `an account is what the provider calls one`(
    name: String, fields: [String], expected: String?
  ) throws {
    #expect(
      try draft(fields.map { Field($0, dataType: .string) }, name: name).accountField == expected)
  }

  @Test func `an account field is text`() throws {
    #expect(try draft([Field("account_id", dataType: .int64)], name: "aws.a_b").accountField == nil)
  }

  @Test(arguments: [
    (["a\" TEXT); DROP TABLE runs; --"], "is no name for a field"),
    (["_extra"], "is the store's own"), (["_RUN"], "is the store's own"),
    (["_id"], "is the store's own"),
    (["name", "Name"], "differ in case only"), (["a", "a"], "it has the field 'a' twice"),
    (["größe"], "is no name for a field"), ([""], "is no name for a field"),
    ((0..<3_000).map { "f\($0)" }, "a type holds at most 1500"),
  ])
  func `a hostile definition is refused`(names: [String], expected: String) throws {
    let fields = [Field("_key", dataType: .string)] + names.map { Field($0, dataType: .string) }
    let message = message(try draft(fields))
    #expect(message.contains(expected), "\(message)")
  }

  @Test(arguments: ["select", "order", "table", "rowid", "group", "id", "key", "value"])
  func `a word that SQL reserves can be a field`(name: String) throws {
    #expect(
      try draft([Field("_key", dataType: .string), Field(name, dataType: .json)]).type().fields[1]
        .name == name)
  }
}
