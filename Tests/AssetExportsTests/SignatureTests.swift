import AssetExports
import Assets
import Foundation
import Testing

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct SignatureTests {
  private func refusal(_ bytes: [UInt8]) throws -> String {
    let fault = #expect(throws: Fault.self) { try Export.read(bytes) }
    return fault.map { "\($0.why); \($0.advice ?? "")" } ?? ""
  }

  @Test(arguments: [
    ("ITEMS\t\tab1\t$default\nTAGS\tx\n", "the AWS CLI's text output"),
    ("TAGS\t4711\ta.m\tprod\n", "the AWS CLI's text output"),
    ("server_id,state\ra,b\r", "carriage returns alone"),
    (String(repeating: " ", count: 100_000) + "{}", "64 KiB of white space"),
    ("--------\n|  Get  |\n+-------+\n", "the AWS CLI's table output"),
    ("a: [1\nb: 2\n", "this is no YAML"), ("- a\n", "this is a YAML text, and no record"),
    ("<html>\n", "a web page; log in"), ("<?xml version=\"1.0\"?>", "it is XML"),
    ("rack,stage\n1,2\n", "neither JSON nor YAML, nor a table"),
    ("17\n", "the JSON value 17, and no record"), ("null\n", "the JSON value null, and no record"),
    ("\nAn error occurred (X) when calling the Y operation: Z\n", "failed: An error occurred (X)"),
    ("Error from server (Forbidden): pods\n", "what a command said that failed"),
  ])
  func `text that is no export is refused with the reason`(text: String, expected: String) throws {
    #expect(try refusal(Array(text.utf8)).contains(expected))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0x00], "it is UTF-16; convert it: iconv"),
      ([0xFE, 0xFF, 0x00, 0x7B], "it is UTF-16; convert it: iconv"),
      ([0x7B, 0x00, 0x22, 0x00], "it is UTF-16 or no text at all"),
      ([0x42, 0x5A, 0x68, 0x39], "bzip2; unpack it"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz; unpack it"),
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x50, 0x41, 0x52, 0x31], "Parquet"),
      (Array("SQLite format 3\u{0}".utf8), "if it is a store, name it with --store"),
    ] as [([UInt8], String)])
  func `what is no text is refused by its first bytes`(bytes: [UInt8], expected: String) throws {
    #expect(try refusal(bytes).contains(expected))
  }

  @Test func `an export packed twice is refused`() throws {
    let bytes = Packed.gzip(Packed.zstd(Array("{}".utf8)))
    #expect(try refusal(bytes).contains("packed twice"))
  }

  @Test func `an empty input is no export of nothing, unless it is said to be lines`() throws {
    for text in ["", "\u{FEFF}", " \n\t\n"] {
      #expect(try refusal(Array(text.utf8)).hasPrefix("it is empty"))
      #expect(try Export.read(text, Export.Options(format: .ndjson)).records.isEmpty)
    }
  }
}
