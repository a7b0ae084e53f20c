import Testing
import TestSupport

/// What records are, where no type is asked for.
@Suite struct MeaningTests {
  private static let arn = "arn:aws:lambda:eu-west-1:000000000123:function:f"

  static let kinds = [
    Meaning(
      name: "a resource beside its tags",
      export:
        #"{"Configuration":{"FunctionName":"f","FunctionArn":"\#(arn)","KMSKeyArn":"arn:aws:kms:eu-west-1:000000000123:key/k"},"Code":{"Location":"x"},"Tags":{"env":"prod"}}"#,
      assets: [#"aws.lambda_function aws:\#(arn) {"env":"prod"}"#]),
    Meaning(
      name: "attributes of one resource",
      export:
        #"{"Attributes":{"QueueArn":"arn:aws:sqs:eu-west-1:000000000123:q","DelaySeconds":"0"}}"#,
      assets: ["aws.sqs_queue aws:arn:aws:sqs:eu-west-1:000000000123:q null"]),
    Meaning(
      name: "records in a row, each of another kind",
      export:
        #"{"FunctionName":"f","FunctionArn":"\#(arn)"}"# + "\n"
        + #"{"DBInstanceIdentifier":"d","DBInstanceArn":"arn:aws:rds:eu-west-1:000000000123:db:d"}"#,
      assets: [
        "aws.lambda_function aws:\(arn) null",
        "aws.rds_instance aws:arn:aws:rds:eu-west-1:000000000123:db:d null",
      ]),
    Meaning(
      name: "something about a function is no function",
      export:
        #"{"UUID":"1","FunctionArn":"\#(arn)","EventSourceArn":"arn:aws:sqs:eu-west-1:000000000123:q"}"#,
      refusal: "records that do not say what they are"),
    Meaning(
      name: "several lists in one answer",
      export:
        #"{"UserDetailList":[{"UserName":"u","Arn":"arn:aws:iam::000000000123:user/u"}],"GroupDetailList":[],"#
        + #""RoleDetailList":[{"RoleName":"r","Arn":"arn:aws:iam::000000000123:role/r"}],"Policies":[{"Arn":"arn:aws:iam::000000000123:policy/p"}],"IsTruncated":false}"#,
      assets: [
        "aws.iam_role aws:arn:aws:iam::000000000123:role/r null",
        "aws.iam_user aws:arn:aws:iam::000000000123:user/u null",
      ]),
    Meaning(
      name: "a list that is counted",
      export:
        #"{"ThingList":{"Quantity":1,"IsTruncated":false,"Items":[{"Id":"E","ARN":"arn:aws:kms:eu-west-1:000000000123:key/k"}]}}"#,
      assets: ["aws.kms_key aws:arn:aws:kms:eu-west-1:000000000123:key/k null"]),
    Meaning(
      name: "tags of several resources in one list",
      export: #"{"Tags":["#
        + #"{"Key":"env","ResourceId":"i-1","ResourceType":"instance","Value":"prod"},"#
        + #"{"Key":"env","ResourceId":"vol-1","ResourceType":"volume","Value":"test"},"#
        + #"{"Key":"Owner","ResourceId":"i-1","ResourceType":"instance","Value":"Lovelace, Ada"},"#
        + #"{"Key":"env","ResourceId":"eipalloc-1","ResourceType":"elastic-ip","Value":"x"}]}"#,
      options: ["--account", "000000000123", "--set", "region=eu-west-1"],
      assets: [
        #"aws.ec2_instance aws:000000000123:eu-west-1:i-1 {"Owner":"Lovelace, Ada","env":"prod"}"#,
        #"aws.ec2_volume aws:000000000123:eu-west-1:vol-1 {"env":"test"}"#,
      ]),
    Meaning(
      name: "tags of several resources by their ARNs",
      export: #"{"TaggedResources":["#
        + #"{"Tag":{"Key":"a","Value":""},"ResourceName":"\#(arn)","ResourceType":"function"},"#
        + #"{"Tag":{"Key":"b","Value":"1,2"},"ResourceName":"\#(arn)","ResourceType":"function"}]}"#,
      assets: [#"aws.lambda_function aws:\#(arn) {"a":"","b":"1,2"}"#]),
    Meaning(
      name: "a list of names", export: #"{"QueueUrls":["https://q/1","https://q/2"]}"#,
      refusal: "'QueueUrls' is a list of names"),
    Meaning(
      name: "a list of names, where types are made", export: #"{"TableNames":["a"]}"#,
      options: ["--infer"], refusal: "'TableNames' is a list of names"),
    Meaning(
      name: "what even --infer makes nothing of", export: #"{"Widgets":[{"Size":1},{"Size":1}]}"#,
      options: ["--infer"], refusal: "say what they are with --type; to make a type"),
    Meaning(
      name: "a list by whose name a type is made",
      export: #"{"RouteTables":[{"RouteTableId":"rtb-1","OwnerId":"000000000123"}]}"#,
      options: ["--infer", "--set", "region=eu-west-1"],
      assets: ["aws.ec2_routetable aws:000000000123:eu-west-1:rtb-1 null"]),
  ]

  @Test(arguments: kinds)
  func `each record is what it says that it is`(_ meaning: Meaning) throws { try meaning.check() }

  @Test func `an ARN is a field's, and not kept twice`() throws {
    let key = "arn:aws:kms:eu-west-1:000000000123:key/k"
    let meaning = Meaning(
      name: "", export: #"{"Keys":[{"KeyId":"k","KeyArn":"\#(key)"}]}"#, options: ["--exit-status"])
    let folder = try TemporaryFolder()
    let outcome = try runAll(
      ["ingest"] + meaning.options + [folder.write("export", meaning.export)], in: folder)
    #expect(!outcome.messages.contains { $0.contains("_extra") }, "\(outcome.messages)")
    #expect(try Meaning.assets(in: folder) == ["aws.kms_key aws:\(key) null"])
  }

  @Test func `who has asked for the buckets is no loss`() throws {
    let folder = try TemporaryFolder()
    let export =
      #"{"Buckets":[{"Name":"b"}],"Owner":{"DisplayName":"d","ID":"75aa"},"Prefix":null}"#
    let outcome = try run("ingest", folder.write("export", export), in: folder)
    #expect(outcome.exitCode == 0)
    #expect(!outcome.messages.contains { $0.contains("beside-the-list") }, "\(outcome.messages)")
  }
}
