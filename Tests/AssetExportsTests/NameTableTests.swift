import Assets
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports

@Suite struct NameTableTests {
  private static func table() throws -> NameTable {
    NameTable(
      try AssetType(
        TypeName("test.thing"), accountField: nil, keyTemplate: nil,
        fields: [
          Field("vpc_id", .string), Field("state", .string, providerName: "Status"),
          Field("key", .string, providerName: "KeyName"),
        ]))
  }

  private func meaning(of name: String, in table: inout NameTable) -> NameTable.Meaning {
    let entry = table.entry(for: Array(name.utf8).span)
    return table.entries[entry].meaning
  }

  @Test func `a name is a field's by itself, by the provider's spelling, or in snake case`() throws
  {
    var table = try Self.table()
    let meaning = { (name: String) in self.meaning(of: name, in: &table) }
    #expect(meaning("state") == .field(2, rank: 0))
    #expect(meaning("Status") == .field(2, rank: 1))
    #expect(meaning("State") == .field(2, rank: 2))
    for name in ["vpcId", "VpcId", "VPCId", "Vpc_Id"] {
      #expect(meaning(name) == .field(1, rank: 2), "\(name)")
    }
    // The sign of the kelvin is a K to a String.
    for name in ["", "VPCID", "vpc", "sta\u{301}te", "\u{212A}eyName"] {
      #expect(meaning(name) == .extra, "\(name)")
    }
    #expect(meaning("_type") == .typeName)
    #expect(meaning("_extra") == .extraFields)
  }

  @Test func `names in any order are told apart`() throws {
    var table = try Self.table()
    var random = SeededGenerator(seed: 1)
    let names = (0..<500).map { "name-\($0)" }
    var entries: [String: Int] = [:]
    for _ in 0..<5_000 {
      if Int.random(in: 0..<10, using: &random) == 0 { table.begin() }
      let name = try #require(names.randomElement(using: &random))
      let entry = table.entry(for: Array(name.utf8).span)
      #expect(entries[name, default: entry] == entry)
      entries[name] = entry
    }
    #expect(Set(entries.values).count == entries.count)
  }

  @Test func `more names than anyone has are counted together, fields always apart`() throws {
    var table = try Self.table()
    for number in 0..<70_000 { table.count(table.entry(for: Array("n\(number)".utf8).span)) }
    #expect(table.counts.count <= 1 << 16)
    #expect(table.counts.values.reduce(0, +) == 70_000)
    #expect(meaning(of: "state", in: &table) == .field(2, rank: 0))
  }
}
