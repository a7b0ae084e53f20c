import AssetCatalogue
import AssetExports
import AssetJSON
import AssetOutput
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetStore

@Suite struct RecordSequenceTests {
  @Test func `texts, bytes and values are the same records as a file of them`() throws {
    let texts = [record("a", tags: #"{"x":"1"}"#), #"{"_key":"b","Zone":1.50}"#]
    let file = try TemporaryFolder()
    let expected = try Store.openOrCreate(file.file("s.db"))
    let ofFile = try expected.ingest(texts, in: file)
    let ingests: [(Store) throws -> IngestReport] = [
      { try $0.ingest(texts, type: responseType) },
      { try $0.ingest(texts.map { Array($0.utf8) }, type: responseType) },
      {
        try $0.ingest(
          texts.map { try JSONValue(parsing: $0.utf8, named: "a record") }, type: responseType)
      },
    ]
    for ingest in ingests {
      let store = try Store.inMemory()
      let report = try ingest(store)
      #expect(report.counts == ofFile.counts && report.extraFields == ["Zone": 1])
      #expect(try store.lines(Query()) == expected.lines(Query()))
      #expect(try ingest(store).counts.unchanged == 2)
    }
    let report = try Store.inMemory().ingest(texts, type: responseType)
    #expect(report.inputs.map(\.summary.sha256) == ofFile.inputs.map(\.summary.sha256))
    #expect(report.inputs.map(\.summary.fileBytes) == ofFile.inputs.map(\.summary.fileBytes))
  }

  @Test func `a long sequence is asked for no more than is at work`() throws {
    let store = try Store.inMemory()
    var made = 0
    let records = (0..<20_000).lazy.map { number in
      made += 1
      return record("k\(number)")
    }
    var ahead: [Int] = []
    let report = try store.ingest(records, type: responseType) { ahead.append(made - $0.records) }
    #expect(report.counts.inserted == 20_000 && ahead.count > 4)
    #expect(ahead.allSatisfy { $0 == 0 })
  }

  @Test func `a bad record is told with its number and leaves the store as it was`() throws {
    let store = try Store.inMemory()
    _ = try store.ingest([record("a")], type: responseType)
    for bad in ["[]", #"{"_key":"#, #"{"x":1}"#] {
      let records = (0..<5_000).map { record("k\($0)") } + [bad, record("z")]
      let fault = try #require(throws: Fault.self) {
        try store.ingest(records, type: responseType)
      }
      #expect(fault.kind == .input && fault.place?.line == 5_001, "\(fault)")
    }
    #expect(try store.keys(.everything) == ["a"])
    #expect(try store.runs().count == 1)
  }

  @Test func `context, warnings and dry runs are as with files`() throws {
    let store = try Store.inMemory()
    let records = [
      #"{"integrationResponseId":"r"}"#, #"{"_key":"t","tags":{"a":"1","a":"2"}}"#,
      record("t", tags: "{}"),
    ]
    let values = ["region": "eu-central-1", "api_id": "api", "integration_id": "int"]
    let report = try store.ingest(
      records, type: responseType, account: "000000000123", values: values, isDryRun: true)
    #expect(report.run == nil && report.counts.inserted == 2 && report.counts.updated == 1)
    #expect(report.warnings.entries["asset-twice"]?.count == 1)
    #expect(
      try #require(report.warnings.entries.values.first { $0.example.contains("line 2") }).count
        == 1)
    #expect(try store.keys(.everything).isEmpty)
    #expect(throws: Fault.self) { try store.ingest(records, type: "no.such_type") }
  }
}
