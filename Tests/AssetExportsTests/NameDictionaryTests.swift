import Assets
import Testing
import TestSupport

@testable import AssetExports

@Suite struct NameDictionaryTests {
  private static func type() throws -> AssetType {
    var labels = Field("labels", dataType: .hstore)
    labels.paths = ["metadata.labels"]
    var network = Field("network_tags", dataType: .array(.string))
    network.paths = ["tags.items", "terraform:tags"]
    var recognition = TypeRecognition()
    recognition.identifier = IdentifierRule(names: ["arn"])
    return try AssetType(
      TypeName("test.thing"), accountField: nil, keyTemplate: nil,
      fields: [
        Field("vpc_id", dataType: .string),
        Field("state", dataType: .string, providerName: "Status"),
        Field("key", dataType: .string, providerName: "KeyName"), labels,
        Field("tags", dataType: .hstore), network,
      ], recognition: recognition)
  }

  @Test func `a name is a field's by itself, by the provider's spelling, or in snake case`() throws
  {
    let names = NameDictionary(try Self.type(), from: .plain)
    #expect(names.meaning(of: "state") == .field(2, rank: 0, node: nil))
    #expect(names.meaning(of: "Status") == .field(2, rank: 1, node: nil))
    #expect(names.meaning(of: "State") == .field(2, rank: 2, node: nil))
    for name in ["vpcId", "VpcId", "VPCId", "Vpc_Id"] {
      #expect(names.meaning(of: name) == .field(1, rank: 2, node: nil), "\(name)")
    }
    // The sign of the kelvin is a K to a String.
    for name in ["", "VPCID", "vpc", "sta\u{301}te", "\u{212A}eyName"] {
      #expect(names.meaning(of: name) == .extra, "\(name)")
    }
    #expect(names.meaning(of: "_type") == .typeName)
    #expect(names.meaning(of: "_extra") == .extraFields)
    #expect(names.meaning(of: "Arn") == .identifier)
  }

  @Test func `a path leads to a field inside of an object`() throws {
    let names = NameDictionary(try Self.type(), from: .plain)
    guard case .node(let metadata) = names.meaning(of: "metadata") else {
      return #expect(Bool(false))
    }
    #expect(names.meaning(of: "Labels", below: metadata) == .field(4, rank: 4, node: nil))
    #expect(names.meaning(of: "name", below: metadata) == .extra)
    guard case .field(5, rank: 0, let tags?) = names.meaning(of: "tags") else {
      return #expect(Bool(false))
    }
    #expect(names.meaning(of: "items", below: tags) == .field(6, rank: 4, node: nil))
  }

  @Test func `a path of one source goes before what a name means elsewhere`() throws {
    let names = NameDictionary(try Self.type(), from: .terraform)
    guard case .field(6, rank: -1, _) = names.meaning(of: "tags") else {
      return #expect(Bool(false))
    }
  }
}

@Suite struct MemberNamesTests {
  @Test func `names in any order are told apart`() throws {
    var names = MemberNames()
    var random = SeededGenerator(seed: 1)
    let texts = (0..<500).map { "name-\($0)" }
    var numbers: [String: Int] = [:]
    for _ in 0..<5_000 {
      if Int.random(in: 0..<10, using: &random) == 0 { names.begin() }
      let text = try #require(texts.randomElement(using: &random))
      let number = names.number(of: Array(text.utf8).span)
      #expect(numbers[text, default: number] == number)
      numbers[text] = number
    }
    #expect(Set(numbers.values).count == numbers.count)
  }

  @Test func `more names than anyone has are numbered alike`() throws {
    var names = MemberNames()
    for number in 0..<70_000 { _ = names.number(of: Array("n\(number)".utf8).span) }
    #expect(names.count <= 1 << 16)
    #expect(names.number(of: Array("another".utf8).span) == MemberNames.others)
  }
}
