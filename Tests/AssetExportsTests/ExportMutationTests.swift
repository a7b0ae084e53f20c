import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetFiles
@testable import AssetJSON

/// Exports of all formats, damaged at random: each is read or refused with a place, and what is read is sound.
/// `MUTATION_SECONDS` and `MUTATION_SEED` in the environment make it go on for longer, from somewhere else.
@Suite struct ExportMutationTests {
  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  @Test func `the exports are sound before they are damaged`() throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in SmallExports.all where !["text", "yaml"].contains(name) {
      #expect(try outcome(bytes, in: folder) > 0, "\(name)")
    }
  }

  @Test(arguments: [
    "json", "aws-cli", "cloudcontrol", "config", "config-select", "cloudformation",
    "terraform-state", "terraform-show",
  ])
  func `objects read piece by piece give the records that they give as a whole`(
    name: String
  ) throws {
    let bytes = try #require(SmallExports.all.first { $0.name == name }).bytes
    let whole = try Export.read(bytes)
    for patience in 24..<bytes.count {
      let pieces = try Export.read(bytes, .init(patience: patience))
      #expect(pieces.records == whole.records)
      #expect(pieces.places == whole.places)
      #expect(pieces.summary.skipped == whole.summary.skipped)
      #expect(pieces.summary.isPartial == whole.summary.isPartial)
    }
    // Together with this it is more than a record may be, and is read only if it is not waited for.
    let spaces = [UInt8](repeating: 0x20, count: 2 << 20)
    let limited = Export.Options(recordLimit: 1 << 20, patience: 24)
    let long = bytes.dropLast() + spaces + bytes.suffix(1)
    #expect(try Export.read(long, limited).records == whole.records)
  }

  @Test func `a damaged export is read or refused, and never more than that`() throws {
    let folder = try TemporaryFolder()
    let seed = Self.number("MUTATION_SEED") ?? 7
    let end = ContinuousClock.now + .seconds(Self.number("MUTATION_SECONDS") ?? 0)
    let exports = SmallExports.all.map(\.bytes)
    var mutator = Mutator(seed: seed)
    var (rounds, read, refused) = (0, 0, 0)
    repeat {
      for _ in 0..<40 {
        for bytes in exports {
          let mutated = mutator.mutate(bytes, others: exports)
          do {
            let whole = try outcome(mutated, in: folder)
            read += 1
            try compare(whole, mutated, in: folder)
          } catch let fault as Fault {
            refused += 1
            try check(fault, mutated)
            try skip(mutated, in: folder, patience: rounds % 2 == 0 ? 24 : 1 << 20)
          }
        }
      }
      rounds += 1
    } while ContinuousClock.now < end
    // Were all of them one or the other, the mutator would prove nothing.
    #expect(read > 50 * rounds && refused > 50 * rounds, "\(read) read, \(refused) refused")
  }

  /// What is read as a whole is read piece by piece too, to the same number of records, or refused: the pieces are
  /// decided on before the whole is seen.
  private func compare(
    _ count: Int, _ bytes: [UInt8], in folder: borrowing TemporaryFolder
  ) throws {
    do {
      #expect(try outcome(bytes, in: folder, keepsRejections: true) == count, "\(bytes)")
      #expect(try outcome(bytes, in: folder, patience: 24) == count, "\(bytes)")
      let skipping = try outcome(bytes, in: folder, patience: 24, keepsRejections: true)
      #expect(skipping == count, "\(bytes)")
    } catch let fault as Fault {
      try check(fault, bytes)
    }
  }

  /// What is refused as a whole may be taken in part.
  private func skip(
    _ bytes: [UInt8], in folder: borrowing TemporaryFolder, patience: Int
  ) throws {
    do {
      _ = try outcome(bytes, in: folder, patience: patience, keepsRejections: true)
    } catch let fault as Fault {
      try check(fault, bytes)
    }
  }

  private func check(_ fault: Fault, _ bytes: [UInt8]) throws {
    #expect(fault.kind == .input && !fault.why.isEmpty)
    let place = try #require(fault.place, "\(fault) \(bytes)")
    #expect(place.line >= 1 && place.byte >= 1, "\(fault) \(bytes)")
  }

  /// Reads the export; how many records it has.
  private func outcome(
    _ bytes: [UInt8], in folder: borrowing TemporaryFolder, patience: Int = 1 << 20,
    keepsRejections: Bool = false
  ) throws -> Int {
    let type = try Export.type()
    let types = RecordTypes(.only(type), account: "42", values: ["region": "r"])
    var reader = try RecordReader.open(
      try File.open(reading: folder.write("export", Data(bytes))), types: types,
      recordLimit: 1 << 20,
      patience: patience, keepsRejections: keepsRejections)
    var inspector = JSONInspector()
    while let batch = try reader.next() {
      #expect(!batch.isEmpty || !batch.rejections.isEmpty)
      for index in 0..<batch.count { check(batch, index, type, &inspector, bytes) }
      for rejection in batch.rejections { try check(rejection, &inspector, bytes) }
    }
    let summary = reader.summary
    #expect(summary.fileBytes == bytes.count, "\(bytes)")
    return summary.records
  }

  /// A rejection is one line of JSON, whatever it was refused for.
  private func check(
    _ rejection: Rejection, _ inspector: inout JSONInspector, _ bytes: [UInt8]
  ) throws {
    let line = rejection.json(file: "export")
    // The inspector takes no U+0000, which text that is no record may have.
    let holdsNUL = bytes.contains(0) || String(decoding: bytes, as: UTF8.self).contains("u0000")
    #expect(!line.contains(0x0A), "\(bytes)")
    #expect(inspector.kind(of: line.span) == "object" || holdsNUL, "\(rejection) \(bytes)")
    #expect((1...bytes.count + 1).contains(rejection.place.line), "\(bytes)")
    #expect(rejection.place.byte >= 1 && !rejection.reason.isEmpty, "\(bytes)")
  }

  private func check(
    _ batch: RecordBatch, _ index: Int, _ type: AssetType, _ inspector: inout JSONInspector,
    _ bytes: [UInt8]
  ) {
    let dataTypes = type.fields.map(\.dataType) + [.json]
    let cells = batch.record(index)
    #expect(cells.count == dataTypes.count && cells.first != .null)
    for (dataType, cell) in zip(dataTypes, cells) {
      guard case .text(let range) = cell else { continue }
      let text = batch.bytes[range]
      #expect(UTF8Check.isValid(text.span) && !text.contains(0), "\(bytes)")
      guard dataType.isJSONText else { continue }
      let kind = inspector.kind(of: text.span)
      #expect(dataType.isMap ? kind == "object" : kind != nil, "\(bytes)")
    }
  }
}
