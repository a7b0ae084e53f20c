import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

@Suite struct ByteSourceTests {
  /// What a file with these bytes gives, read a piece at a time.
  private func unpacked(
    _ bytes: [UInt8], piece: Int = 1 << 16, bombGuard: BombGuard = BombGuard()
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var source = ByteSource(
      try File.open(reading: folder.write("input", Data(bytes))), bombGuard: bombGuard)
    var buffer = [UInt8](repeating: 0, count: piece + 3)
    var output: [UInt8] = []
    while true {
      let count = try source.read(into: &buffer, at: 3..<buffer.count)
      if count == 0 { break }
      output += buffer[3..<3 + count]
    }
    #expect(source.fileBytes == bytes.count && source.bytes == output.count)
    return output
  }

  private func refusal(_ bytes: [UInt8], bombGuard: BombGuard = BombGuard()) throws -> String {
    do {
      _ = try unpacked(bytes, bombGuard: bombGuard)
      return "taken"
    } catch let fault as PackingFault {
      return fault.reason
    }
  }

  private static let text: [UInt8] = {
    var random = SeededGenerator(seed: 2)
    return (0..<300_000).map { _ in UInt8.random(in: 0x20..<0x28, using: &random) }
  }()

  @Test func `what is not packed comes as it is`() throws {
    for bytes in [[], [0x1F], [0x28, 0xB5], Self.text] as [[UInt8]] {
      #expect(try unpacked(bytes) == bytes)
    }
  }

  @Test(arguments: [Packed.gzip, Packed.zstd])
  func `parts follow each other, empty ones too, in pieces of any size`(
    pack: @Sendable ([UInt8]) -> [UInt8]
  ) throws {
    let bytes = pack(Self.text) + pack([]) + pack(Array("end".utf8))
    for piece in [8, 1_000, 1 << 20] {
      #expect(try unpacked(bytes, piece: piece) == Self.text + Array("end".utf8))
    }
  }

  @Test func `what the formats allow around the data is skipped`() throws {
    let gzip = Packed.gzip(Self.text) + [UInt8](repeating: 0, count: 200_000)
    #expect(try unpacked(gzip) == Self.text)
    let zstd =
      Packed.skippableFrame([1, 2, 3]) + Packed.zstd(Self.text) + Packed.skippableFrame([])
    #expect(try unpacked(zstd) == Self.text)
  }

  @Test(arguments: [Packed.gzip, Packed.zstd])
  func `a file that is cut off anywhere is refused`(pack: @Sendable ([UInt8]) -> [UInt8]) throws {
    let bytes = pack(Array("some text, some text, some text".utf8))
    for count in 4..<bytes.count {
      #expect(
        try refusal(Array(bytes[..<count])).hasPrefix("the file ends before its packed content"))
    }
  }

  @Test func `each changed byte is found, or changes nothing`() throws {
    let text = Array("some text, some text, some text".utf8)
    var found = 0
    for bytes in [Packed.gzip(text), Packed.zstd(text)] {
      for index in 4..<bytes.count {
        var damaged = bytes
        damaged[index] ^= 0x10
        do {
          #expect(try unpacked(damaged) == text, "\(index)")
        } catch is PackingFault {
          found += 1
        }
      }
    }
    // gzip's header and a few bits that mean nothing are all that may change.
    #expect(found > 40)
  }

  @Test func `what follows behind the end is refused`() throws {
    let text = Array("text".utf8)
    #expect(
      try refusal(Packed.gzip(text) + [0, 0, 7])
        == "its packed content is damaged: something else follows behind its end (gzip, about byte 24 of the file)"
    )
    #expect(try refusal(Packed.gzip(text) + text).contains("incorrect header check"))
    #expect(try refusal(Packed.zstd(text) + text).contains("unknown frame descriptor"))
  }

  @Test(arguments: [Packed.gzip, Packed.zstd])
  func `a bomb is refused once it is past both bounds`(pack: @Sendable ([UInt8]) -> [UInt8]) throws
  {
    let bomb = pack([UInt8](repeating: 0x20, count: 8 << 20))
    #expect(try refusal(bomb, bombGuard: BombGuard(floor: 16 << 20, ratio: 100)) == "taken")
    #expect(try refusal(bomb, bombGuard: BombGuard(floor: 1 << 20, ratio: 1 << 20)) == "taken")
    #expect(
      try refusal(bomb, bombGuard: BombGuard(floor: 1 << 20, ratio: 100))
        .hasPrefix("it unpacks to more than 100 times its size"))
  }

  @Test func `the digest is of the file as it is`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("input", Data(Packed.gzip(Self.text)))
    var source = ByteSource(try File.open(reading: path))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while try source.read(into: &buffer, at: buffer.indices) > 0 {}
    #expect(try source.digest() == FileDigest.sha256(of: path).digest)
    #expect(source.packing == .gzip)
  }
}
