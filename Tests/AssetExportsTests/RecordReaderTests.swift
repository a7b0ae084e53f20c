import AssetExports
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetFiles
@testable import AssetJSON

@Suite struct RecordReaderTests {
  @Test(arguments: [Packed.gzip, Packed.zstd])
  func `a packed export gives the same records`(pack: @Sendable ([UInt8]) -> [UInt8]) throws {
    let lines = (0..<5_000).map {
      #"{"_key":"k\#($0)","server_id":"s\#($0)","size":\#($0),"tags":{"n":"\#($0 % 7)"}}"#
    }
    let plain = Array(lines.joined(separator: "\n").utf8)
    let expected = try Export.read(plain)
    let read = try Export.read(pack(plain))
    #expect(read.records == expected.records)
    #expect(read.records.count == 5_000)
    #expect(expected.summary.fileBytes == plain.count)
    #expect(read.summary.fileBytes < plain.count && expected.summary.packing == nil)
    #expect(read.summary.packing != nil)
  }

  @Test(arguments: [("[", "]"), (#"{"Items":["#, "]}"), ("\n\n {\"Items\":[", "]}")])
  func `how large a record may be says nothing of its line`(open: String, close: String) throws {
    let records = (0..<1_000).map { #"{"server_id":"s\#($0)"}"# }.joined(separator: ",")
    let read = try Export.read(open + records + close, .init(recordLimit: 1 << 10))
    #expect(read.records.count == 1_000)
  }

  @Test func `a packed export that is cut off is refused with the place it got to`() throws {
    let lines = (0..<5_000).map { #"{"_key":"k\#($0)"}"# }
    let packed = Packed.gzip(Array(lines.joined(separator: "\n").utf8))
    let fault = #expect(throws: Fault.self) { try Export.read(packed.dropLast(9)) }
    #expect(fault?.why.hasPrefix("the file ends before its packed content does (gzip") == true)
    #expect((fault?.place?.line ?? 0) > 1)
  }

  @Test(arguments: [
    (#"{"server_id":"s","settings":{"a":1,"a":2}}"#, 1),
    (#"{"server_id":"s","rack":{"b":[{"c":1,"d":2,"c":3}]}}"#, 1),
    (#"{"server_id":"s","settings":[{"x":{"y":1,"\u0079":2}}],"rack":{"a":1,"a":1}}"#, 2),
    (
      #"{"server_id":"s","settings":{"a":{"a":1},"b":[{"a":1},{"a":2}],"A":1},"rack":{"e\u0301":1,"é":2}}"#,
      0
    ),
  ])
  func `a name twice within JSON is told of, and all of it kept`(text: String, count: Int) throws {
    let read = try Export.read(text.utf8)
    #expect(read.summary.warnings.entries["key-twice"]?.count ?? 0 == count)
    #expect(read.records.count == 1)
  }
}
