import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

@Suite struct InputWindowTests {
  private func window(
    _ bytes: [UInt8], limit: Int = 64 << 20, in folder: borrowing TemporaryFolder
  ) throws -> InputWindow {
    InputWindow(
      ByteSource(try File.open(reading: folder.write("input", Data(bytes)))), limit: limit)
  }

  @Test func `bytes come in order, however far ahead they are asked for`() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    var window = try window(bytes, in: folder)
    var at = 0
    for step in [0, 1, 999_999, 1_500_000, 499_998] {
      at += step
      // Only what has been read can be let go of.
      _ = try window.byte(at: step)
      window.consume(step)
      // Far ahead, then near.
      for offset in [800_000, 0] where at + offset < bytes.count {
        #expect(try window.byte(at: offset) == bytes[at + offset])
      }
    }
    #expect(try window.byte(at: bytes.count - at - 1) == bytes.last)
    #expect(try window.byte(at: bytes.count - at) == nil)
    #expect(window.isAtEnd && window.fileBytes == bytes.count)
  }

  @Test func `it knows the line and the byte it is at`() throws {
    let folder = try TemporaryFolder()
    var window = try window(Array("a\n bc\n\nd".utf8), in: folder)
    #expect(window.place == Place(line: 1, byte: 1))
    _ = try window.fill()
    #expect(window.place(at: 3) == Place(line: 2, byte: 4))
    #expect(window.count(of: 0x0A, in: 0..<6) == 2)
    #expect(window.offset(of: 0x0A, from: 2) == 5 && window.offset(of: 0x0A, from: 7) == nil)
    window.consume(1)
    try window.skipSpace()
    #expect(window.place == Place(line: 2, byte: 4))
    window.consume(2, lines: 0)
    try window.skipLineEnds()
    #expect(window.place == Place(line: 4, byte: 8))
    #expect(try window.byte(at: 0) == UInt8(ascii: "d"))
  }

  @Test func `byte order marks are let go of where they stand, and nowhere else`() throws {
    let folder = try TemporaryFolder()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var window = try window(mark + mark + [0x20, 0x0A] + mark + [0xEF, 0xBB, 0x7B], in: folder)
    try window.skipMarks()
    #expect(window.consumed == 11 && window.line == 2)
    #expect(try window.byte(at: 0) == 0xEF)
  }

  @Test(arguments: [10, 1 << 20, (1 << 20) + 1, 5 << 20])
  func `as much may wait as one record may have, and no more`(limit: Int) throws {
    let folder = try TemporaryFolder()
    var window = try window(
      [0x0A] + [UInt8](repeating: 0x78, count: limit) + [0x78], limit: limit, in: folder)
    try window.skipSpace()
    #expect(try window.byte(at: limit - 1) == 0x78)
    let fault = #expect(throws: Fault.self) {
      while try window.fill() {}
    }
    #expect(fault?.why.contains("larger than") == true)
    #expect(fault?.place == Place(line: 2, byte: 2))
    // What was read can go on once some of it is let go of.
    window.consume(1)
    #expect(try window.byte(at: limit - 1) == 0x78)
  }

  @Test func `an empty input has no byte`() throws {
    let folder = try TemporaryFolder()
    var window = try window([], in: folder)
    #expect(try window.byte(at: 0) == nil)
    #expect(try !window.fill())
    #expect(window.place == Place(line: 1, byte: 1))
  }
}
