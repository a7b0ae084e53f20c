import AssetFiles
import AssetJSON
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports

/// One asset has one key, whoever exports it.
@Suite struct SourceIdentityTests {
  private func assets(
    _ text: String, of type: String, account: String? = nil, given: [String: String] = [:]
  ) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let type = try Catalogue.require(type)
    var reader = try RecordReader.open(
      try File.open(reading: folder.write("export", Data(text.utf8))),
      types: RecordTypes(.only(type), account: account, values: given))
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

  /// One asset of a type in the fixture: who it is, and how each source spells it.
  private struct Sample {
    let key: String
    let account: String
    let region: String
    /// What a call for it is given, since its answer does not say it.
    let given: [String: String]
    /// By source: what it does not say.
    let silent: [String: [String]]
    let sources: [(name: String, text: String)]

    init(_ value: JSONValue) throws {
      key = try #require(value["key"]?.string)
      account = try #require(value["account"]?.string)
      region = try #require(value["region"]?.string)
      given = try Self.members(value["given"]).mapValues { try #require($0.string) }
      silent = try Self.members(value["silent"]).mapValues { names in
        guard case .array(let names) = names else { return [] }
        return names.compactMap(\.string)
      }
      sources = try Self.members(value["sources"]).sorted { $0.key < $1.key }
        .map { ($0.key, $0.value.text) }
    }

    private static func members(_ value: JSONValue?) throws -> [String: JSONValue] {
      guard case .object(let members) = value else { return [:] }
      return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }
  }

  private static func samples() throws -> [String: JSONValue] {
    let text = try File.contents(of: fixture("identities.json"))
    guard case .object(let members) = try JSONValue(parsing: text, named: "identities") else {
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
  }

  /// The sources that each asset of a provider comes from, at least.
  private static let sources: [String: Set<String>] = [
    "aws": ["cli", "terraform", "cloudquery", "resource_explorer"],
    "azure": ["cli", "resource_graph", "terraform", "cloudquery", "steampipe"],
    "gcp": ["cli", "asset_inventory", "asset_search", "terraform", "cloudquery", "steampipe"],
    "k8s": ["kubectl_list", "kubectl", "api_list", "asset_inventory", "cloudquery", "steampipe"],
  ]

  @Test(arguments: Catalogue.names)
  func `an asset has the same key, account and region from every source`(_ type: String) throws {
    let sample = try Sample(#require(Self.samples()[type], "the fixture has no \(type)"))
    let provider = String(try #require(type.split(separator: ".").first))
    let names = Set(sample.sources.map(\.name))
    #expect(try names.isSuperset(of: #require(Self.sources[provider])))
    for (source, text) in sample.sources {
      // What is known of a type's own calls is not known of other exports, which say it themselves.
      let isGiven = source == "cli" || type.hasPrefix("aws.apigatewayv2_")
      let silent = sample.silent[source] ?? []
      let found = try assets(text, of: type, given: isGiven ? sample.given : [:])
      let expected = [
        sample.key, silent.contains("account") ? "" : sample.account,
        silent.contains("region") ? "" : sample.region,
      ]
      #expect(found == [expected], "\(source)")
    }
  }

  private static let arn = "arn:aws:lambda:eu-west-1:000000000123:function:f"

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
