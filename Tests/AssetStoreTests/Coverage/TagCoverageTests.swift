import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct TagCoverageTests {
  @Test func `a tag is there, empty, lacking, not known or impossible`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let tags = [
      #"{"owner":"a"}"#, #"{"owner":""}"#, #"{"owner":null}"#, #"{"owner":["","b"]}"#,
      #"{"env":"x"}"#, "{}",
    ]
    _ = try store.ingest(
      tags.enumerated().map { placed("k\($0)", $0 == 5 ? "2" : "1", tags: $1) },
      type: responseType)
    _ = try store.ingest(
      [#"{"_key":"u","account_id":"2"}"#, #"{"_key":"v"}"#], type: responseType)
    _ = try store.add(
      AssetType(
        TypeName("x.thing"), accountField: nil, keyTemplate: nil,
        fields: [Field("n", dataType: .string)]))
    _ = try store.ingest([#"{"_key":"t","n":"1"}"#], type: "x.thing")
    let found = try store.coverage(ofTags: ["owner", "none"]).map { tag in
      "\(tag.key) \(tag.type.split(separator: ".")[0]) \(tag.account ?? "-") \(tag.present) "
        + "\(tag.empty) \(tag.lacking) \(tag.unknown) \(tag.impossible) of \(tag.assets)"
    }
    #expect(
      found == [
        "owner aws 1 2 2 1 0 0 of 5", "owner aws 2 0 0 1 1 0 of 2", "owner aws - 0 0 0 1 0 of 1",
        "owner x - 0 0 0 0 1 of 1", "none aws 1 0 0 5 0 0 of 5", "none aws 2 0 0 1 1 0 of 2",
        "none aws - 0 0 0 1 0 of 1", "none x - 0 0 0 0 1 of 1",
      ])
    let one = try store.coverage(
      ofTags: ["owner"], in: .matching("aws.*"), accounts: ["1"])
    #expect(one.map(\.possible) == [5])
    #expect(throws: Fault.self) {
      try store.coverage(ofTags: ["owner"], in: .matching("nobody.*"))
    }
  }

  @Test(arguments: 1...3)
  func `the counts are those that the rows give`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: seed)
    var expected: [String: [Int]] = [:]
    let records = (0..<300).map { number in
      let account = Int.random(in: 0..<3, using: &random)
      let way = Int.random(in: 0..<3, using: &random)
      expected["\(account)", default: [0, 0, 0]][way] += 1
      return placed(
        "k\(number)", "\(account)",
        tags: [#"{"o":"\#(number)"}"#, #"{"o":""}"#, #"{"p":"1"}"#][way])
    }
    _ = try store.ingest(records, type: responseType)
    for tag in try store.coverage(ofTags: ["o"]) {
      #expect(expected[tag.account ?? ""] == [tag.present, tag.empty, tag.lacking])
    }
  }
}
