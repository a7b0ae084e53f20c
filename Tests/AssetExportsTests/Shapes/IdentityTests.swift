import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

/// Two assets must not become one because an export spells something short.
@Suite struct IdentityTests {
  private func keys(_ text: String, account: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let type = try AssetType(
      TypeName("test.thing"), accountField: "account_id", keyTemplate: KeyTemplate("{thing_arn}"),
      fields: [
        Field("_key", dataType: .string), Field("account_id", dataType: .string),
        Field("thing_arn", dataType: .string),
        Field("tags", dataType: .hstore),
      ])
    var reader = try RecordReader.open(
      try File.open(reading: folder.write("export", Data(text.utf8))),
      types: RecordTypes(.only(type), account: account))
    var keys: [String] = []
    while let batch = try reader.next() {
      for index in 0..<batch.count {
        guard case .text(let range)? = batch.record(index).first else { continue }
        keys.append(String(decoding: batch.bytes[range], as: UTF8.self))
      }
    }
    return keys
  }

  @Test func `a short id is not taken for an ARN, which says the account too`() throws {
    for account in ["1", "2"] {
      let state =
        #"{"version":4,"terraform_version":"1.9","lineage":"x","resources":[{"mode":"managed","type":"test_thing","#
        + #""name":"w","instances":[{"attributes":{"id":"t","arn":"arn:\#(account):t"}}]}]}"#
      #expect(try keys(state, account: account) == ["arn:\(account):t"])
      let item =
        #"{"configurationItems":[{"resourceType":"Test::Thing","resourceId":"t","arn":"arn:\#(account):t"}]}"#
      #expect(try keys(item, account: account) == ["arn:\(account):t"])
    }
  }

  @Test(arguments: [
    #"{"Resources":{"T":{"Type":"Test::Thing","Properties":{"Tags":{"a":"b"}}}}}"#,
    #"{"configurationItems":[{"resourceType":"Test::Thing","resourceId":"t","tags":{}}]}"#,
  ])
  func `an asset whose ARN is not said is refused`(text: String) throws {
    let fault = try #require(throws: Fault.self) { try keys(text, account: "1") }
    #expect(fault.why.contains("no thing_arn"))
  }

  @Test func `a template whose fields nothing separates is refused`() throws {
    #expect(throws: Fault.self) { try KeyTemplate("x:{a}{b}") }
    #expect(throws: Never.self) { try KeyTemplate("{a}.{b}") }
    // An accent makes one Character of the brace and itself.
    #expect(try KeyTemplate("{a}\u{301}{b}").fieldNames == ["a", "b"])
  }

  @Test(arguments: [
    [#"{"status_id":"ok","n":1}"#, #"{"status_id":"ok","n":2}"#],
    [#"{"name":"a","namespace":"x"}"#, #"{"name":"a","namespace":"y"}"#],
  ])
  func `no key is proposed that makes one asset of two samples`(samples: [String]) throws {
    let records = try samples.map { try JSONValue(parsing: $0.utf8, named: "a sample") }
    let type = try DefinitionInference.type(named: TypeName("test.thing"), from: records)
    #expect(type.keyTemplate == nil)
  }
}
