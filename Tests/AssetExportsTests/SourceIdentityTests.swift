import AssetFiles
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports

/// One asset has one key, whoever exports it.
@Suite struct SourceIdentityTests {
  private func assets(_ text: String, of type: String, account: String? = nil) throws -> [[String]]
  {
    let folder = try TemporaryFolder()
    let type = try Catalogue.require(type)
    var reader = try RecordReader.open(
      try File.open(reading: folder.write("export", Data(text.utf8))),
      types: RecordTypes(.only(type), account: account))
    var assets: [[String]] = []
    while let batch = try reader.next() {
      for index in 0..<batch.count {
        let cells = batch.record(index)
        let wanted = [Field.keyName, type.accountField ?? "", type.regionField ?? ""]
        assets.append(
          wanted.map { name in
            guard let field = type.fields.firstIndex(where: { $0.name == name }) else { return "" }
            return batch.text(of: cells[cells.startIndex + field])
          })
      }
    }
    return assets
  }

  struct Source: Sendable {
    let type: String
    let key: [String]
    let texts: [String]
  }

  private static let arn = "arn:aws:lambda:eu-west-1:000000000123:function:f"
  private static func state(_ type: String, _ attributes: String) -> String {
    #"{"version":4,"terraform_version":"1","resources":[{"mode":"managed","type":"\#(type)","instances":[{"attributes":\#(attributes)}]}]}"#
  }
  private static func config(_ members: String) -> String {
    #"{"configurationItems":[{"accountId":"000000000123","awsRegion":"eu-west-1",\#(members)}]}"#
  }

  static let sources = [
    Source(
      type: "aws.lambda_function", key: ["aws:\(arn)", "000000000123", "eu-west-1"],
      texts: [
        #"{"Functions":[{"FunctionName":"f","FunctionArn":"\#(arn)"}]}"#,
        #"{"_cq_id":"1","account_id":"000000000123","region":"eu-west-1","arn":"\#(arn)","configuration":{"FunctionName":"f"}}"#,
        #"{"columns":[],"rows":[{"name":"f","arn":"\#(arn)","account_id":"000000000123","region":"eu-west-1"}]}"#,
        state("aws_lambda_function", #"{"id":"f","function_name":"f","arn":"\#(arn)"}"#),
        config(#""resourceType":"AWS::Lambda::Function","resourceId":"f","arn":"\#(arn)""#),
        config(#""resourceType":"AWS::Lambda::Function","resourceId":"f""#),
        #"{"ResourceARN":"\#(arn)"}"#,
      ]),
    Source(
      type: "aws.ec2_instance",
      key: ["aws:000000000123:eu-west-1:i-1", "000000000123", "eu-west-1"],
      texts: [
        #"{"Reservations":[{"Instances":[{"InstanceId":"i-1","Placement":{"AvailabilityZone":"eu-west-1a"}}],"OwnerId":"000000000123"}]}"#,
        #"{"instance_id":"i-1","arn":"arn:aws:ec2:eu-west-1:000000000123:instance/i-1"}"#,
        #"{"Arn":"arn:aws:ec2:eu-west-1:000000000123:instance/i-1"}"#,
        state(
          "aws_instance", #"{"id":"i-1","arn":"arn:aws:ec2:eu-west-1:000000000123:instance/i-1"}"#),
        config(#""resourceType":"AWS::EC2::Instance","resourceId":"i-1""#),
        #"{"account_id":"000000000123","InstanceId":"i-1","Placement":{"AvailabilityZone":"eu-west-1b"}}"#,
      ]),
    Source(
      type: "aws.s3_bucket", key: ["aws:s3:b", "", ""],
      texts: [
        #"{"Buckets":[{"Name":"b"}]}"#, #"{"arn":"arn:aws:s3:::b"}"#, #"{"name":"b"}"#,
        state("aws_s3_bucket", #"{"id":"b","bucket":"b","arn":"arn:aws:s3:::b"}"#),
        #"{"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"b"}}}}"#,
      ]),
    Source(
      type: "azure.managed_disk",
      key: [
        "azure:/subscriptions/s/resourcegroups/g/providers/microsoft.compute/disks/d", "s", "",
      ],
      texts: [
        #"[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d"}]"#,
        #"[{"id":"/subscriptions/s/resourceGroups/G/providers/microsoft.compute/disks/d","properties":{"diskSizeGB":1}}]"#,
        state(
          "azurerm_managed_disk",
          #"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d","name":"d"}"#
        ),
      ]),
    Source(
      type: "gcp.compute_instance",
      key: ["gcp://compute.googleapis.com/projects/p/zones/eu1-b/instances/i", "p", "eu1"],
      texts: [
        #"[{"name":"i","selfLink":"https://www.googleapis.com/compute/v1/projects/p/zones/eu1-b/instances/i"}]"#,
        #"{"name":"//compute.googleapis.com/projects/p/zones/eu1-b/instances/i","asset_type":"compute.googleapis.com/Instance","resource":{"data":{"name":"i"}}}"#,
        #"[{"assetType":"compute.googleapis.com/Instance","displayName":"i","name":"//compute.googleapis.com/projects/p/zones/eu1-b/instances/i"}]"#,
        state(
          "google_compute_instance", #"{"id":"projects/p/zones/eu1-b/instances/i","name":"i"}"#),
      ]),
    Source(
      type: "k8s.pods", key: ["k8s:u", "", ""],
      texts: [
        #"{"kind":"List","apiVersion":"v1","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"uid":"u"}}]}"#,
        #"{"apiVersion":"v1","kind":"Pod","metadata":{"uid":"u"}}"#, #"{"uid":"u"}"#,
      ]),
  ]

  @Test(arguments: sources)
  func `an asset has the same key, account and region from every source`(_ source: Source) throws {
    for text in source.texts {
      #expect(try assets(text, of: source.type) == [source.key], "\(text)")
    }
  }

  @Test func `what is given must not contradict the record`() throws {
    let text = #"{"FunctionArn":"\#(Self.arn)"}"#
    #expect(try assets(text, of: "aws.lambda_function", account: "000000000123").count == 1)
    let fault = try #require(throws: Fault.self) {
      try assets(text, of: "aws.lambda_function", account: "000000000999")
    }
    #expect(fault.why.contains("'000000000123'") && fault.why.contains("'000000000999'"))
  }

  @Test(arguments: ["1.23457E+11", "123456789012.0"])
  func `what a spreadsheet made of an account's number is refused`(account: String) throws {
    let fault = try #require(throws: Fault.self) {
      try assets("vpc_id,region,account_id\nvpc-1,r,\(account)\n", of: "aws.ec2_vpc")
    }
    #expect(fault.why.contains("spreadsheet"))
  }
}
