import AssetJSON
import Foundation
import Testing
import TestSupport

/// What people begin with: each goes in with one command.
@Suite struct StartsTests {
  struct Start: Sendable, CustomTestStringConvertible {
    let file: String
    var options: [String] = []
    /// Of each asset its type, key, account and region, and its tags as JSON.
    let assets: [String]
    /// How many of them have tags that nobody has told.
    var unknown = 0

    var testDescription: String { file }
  }

  static let starts = [
    Start(
      file: "instances.json",
      assets: [
        #"aws.ec2_instance aws:000000000111:eu-north-1:i-0a01 000000000111 eu-north-1 {"Owner":"Noether, Emmy","env":"prod"}"#,
        "aws.ec2_instance aws:000000000111:eu-north-1:i-0a02 000000000111 eu-north-1 null",
        #"aws.ec2_instance aws:000000000222:us-west-2:i-0b01 000000000222 us-west-2 {"env":"test"}"#,
      ]),
    Start(
      file: "buckets.json",
      assets: [
        "aws.s3_bucket aws:s3:ledger-archive - - null",
        "aws.s3_bucket aws:s3:ledger-scratch - - null",
      ], unknown: 2),
    Start(
      file: "state.tfstate",
      assets: [
        "aws.ec2_instance aws:000000000111:eu-north-1:i-0c01 000000000111 eu-north-1 {}",
        #"aws.kms_key aws:arn:aws:kms:eu-north-1:000000000111:key/k-01 000000000111 eu-north-1 {"team":"ledger"}"#,
        #"aws.s3_bucket aws:s3:ledger-logs - eu-north-1 {"env":"prod","team":"ledger"}"#,
      ]),
    Start(
      file: "kubectl.json",
      assets: [
        #"k8s.deployments k8s:22bb - - {"app":"web"}"#,
        #"k8s.pods k8s:11aa - - {"app":"web","env":"prod"}"#,
      ]),
    Start(
      file: "az.json",
      assets: [
        "azure.managed_disk azure:/subscriptions/aaaa-1111/resourcegroups/shop/providers/microsoft.compute/disks/web-os aaaa-1111 northeurope null",
        #"azure.virtual_machine_instance azure:/subscriptions/aaaa-1111/resourcegroups/shop/providers/microsoft.compute/virtualmachines/web aaaa-1111 northeurope {"env":"prod"}"#,
      ]),
    Start(
      file: "gcloud.json",
      assets: [
        #"gcp.compute_instance gcp://compute.googleapis.com/projects/shop-1/zones/europe-north1-a/instances/web shop-1 europe-north1 {"env":"prod"}"#,
        "gcp.storage_bucket gcp:storage:shop-assets - eu null",
      ], unknown: 1),
    Start(
      file: "inventory.csv", options: ["--type", "aws.ec2_instance"],
      assets: [
        #"aws.ec2_instance aws:000000000111:eu-north-1:i-0d01 000000000111 eu-north-1 {"Owner":"Noether, Emmy","env":"prod"}"#,
        #"aws.ec2_instance aws:000000000222:us-west-2:i-0d02 000000000222 us-west-2 {"env":"test"}"#,
      ]),
    Start(
      file: "tagging.json",
      assets: [
        #"aws.lambda_function aws:arn:aws:lambda:eu-north-1:000000000111:function:bill 000000000111 eu-north-1 {"env":"prod"}"#,
        #"aws.s3_bucket aws:s3:ledger-archive - - {"env":"prod","note":"1,000"}"#,
        "aws.sqs_queue aws:arn:aws:sqs:us-west-2:000000000222:orders 000000000222 us-west-2 {}",
      ]),
    Start(
      file: "findings.json",
      assets: [
        "aws.ec2_instance aws:000000000111:eu-north-1:i-0a01 000000000111 eu-north-1 null",
        #"aws.s3_bucket aws:s3:ledger-archive 000000000111 eu-north-1 {"env":"prod","note":"1,000"}"#,
        "aws.sqs_queue aws:arn:aws:sqs:us-west-2:000000000222:orders 000000000222 us-west-2 null",
      ], unknown: 2),
  ]

  private static func path(_ file: String) -> String { fixture("starts/\(file)") }

  @Test(arguments: starts)
  func `what people begin with goes in with one command`(_ start: Start) throws {
    let folder = try TemporaryFolder()
    let outcome = try runAll(["ingest"] + start.options + [Self.path(start.file)], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(try assets(in: folder) == start.assets)
    #expect(try unknown(in: folder) == start.unknown)
    let again = try runAll(
      ["ingest", "--report", "json"] + start.options + [Self.path(start.file)], in: folder)
    let report = try JSONValue(parsing: again.output.utf8, named: "the report")
    #expect(report["unchanged"]?.integer == start.assets.count, "\(again.output)")
  }

  @Test func `tags of a bucket come to it by its name`() throws {
    let folder = try TemporaryFolder()
    #expect(try run("ingest", Self.path("buckets.json"), in: folder).exitCode == 0)
    let outcome = try run(
      "ingest", "--type", "aws.s3_bucket", "--set", "name=ledger-archive",
      Self.path("bucket-tags.json"), in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let archive = #"aws.s3_bucket aws:s3:ledger-archive - - {"cost=center":"42","env":"prod"}"#
    #expect(try assets(in: folder).first == archive)
    #expect(try unknown(in: folder) == 1)
    #expect(
      try run("query", "--tag", "cost=center=42", "--count", in: folder).lines == ["1"])
  }

  @Test func `a list, its tags and what was found about it go in together`() throws {
    let files = ["buckets.json", "tagging.json", "findings.json"].map(Self.path)
    for files in [files, files.reversed()] {
      let folder = try TemporaryFolder()
      #expect(try runAll(["ingest"] + files, in: folder).exitCode == 0)
      #expect(try run("query", "--tag", "note=1,000", "--count", in: folder).lines == ["1"])
      #expect(try run("query", "--tag", "env=prod", "--count", in: folder).lines == ["2"])
      let created = try run(
        "query", "--type", "aws.s3_bucket", "creation_date IS NOT NULL", "--count", in: folder)
      #expect(created.lines == ["2"])
    }
  }

  private func assets(in folder: borrowing TemporaryFolder) throws -> [String] {
    let sql = "SELECT _type, _key, account_id, region, tags FROM assets ORDER BY _type, _key"
    return try run("sql", sql, "-o", "ndjson", in: folder).lines.map { line in
      let row = try JSONValue(parsing: line.utf8, named: "a row")
      let texts = ["_type", "_key", "account_id", "region"].map { row[$0]?.string ?? "-" }
      let tags = row["tags"].map { $0.string ?? $0.text } ?? "null"
      return texts.joined(separator: " ") + " " + tags
    }
  }

  private func unknown(in folder: borrowing TemporaryFolder) throws -> Int {
    let facets = try run("query", "--facet", "_tags_known", "-o", "ndjson", in: folder)
    return try facets.lines.reduce(0) { count, line in
      let facet = try JSONValue(parsing: line.utf8, named: "a facet")
      let isUnknown = facet["value"]?.text.contains("false") == true
      return count + (isUnknown ? facet["count"]?.integer ?? 0 : 0)
    }
  }
}
