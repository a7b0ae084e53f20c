import AssetLanguage
import Assets
import AssetSQLite
import AssetStore
import Foundation
import Testing
import TestSupport

@Suite struct ExpressionDifferentialTests {
  /// How many expressions to try; `ASSETSTORE_EXPRESSIONS` says another number.
  private static let count =
    ProcessInfo.processInfo.environment["ASSETSTORE_EXPRESSIONS"].flatMap(Int.init) ?? 6_000

  // Assets of another type have the same terms; without them the type's own term is not asked.
  @Test(arguments: [false, true])
  func `the store and a naive reader answer every expression alike`(withOthers: Bool) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 7)
    let assets = (0..<60).map { SampleAsset($0, using: &random) }
    if withOthers { try store.ingest(samples: assets.reversed(), as: "test.other", in: folder) }
    // A first load, then updates that change every asset's terms.
    try store.ingest(samples: (0..<60).map { SampleAsset($0, using: &random) }, in: folder)
    try store.ingest(samples: assets, in: folder)
    #expect(try store.verify().isGood)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    var generator = ExpressionGenerator(seed: withOthers ? 11 : 17)
    var found = 0
    for _ in 0..<Self.count / 2 {
      let text = generator.condition()
      let expression = try Assets.Expression(parsing: text)
      let expected = assets.filter { NaiveEvaluator(asset: $0).truth(expression) == true }.map(
        \.key)
      let keys = try store.sampleKeys(expression)
      let wrong = Set(keys).symmetricDifference(expected)
      let example = assets.first { wrong.contains($0.key) }?.record ?? "the order"
      try #require(keys == expected, "\(text)\n\(example)")
      try #require(
        store.count(SampleAsset.query(expression)) == expected.count, "count of \(text)")
      found += keys.count
      if !text.contains("~") {
        let sql = try store.explain(SampleAsset.query(expression))
        try #require(plain.texts(sql) == expected, "\(sql)")
      }
    }
    // A generator whose questions all find nothing, or everything, would prove nothing.
    #expect((1...9).contains(found * 10 / (Self.count / 2 * assets.count)))
  }

  @Test func `an asset lacks a value if its tag is absent, null or empty`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 5)
    let assets = (0..<200).map { SampleAsset($0, using: &random) }
    try store.ingest(samples: assets, in: folder)
    let plain = try Connection(path: folder.file("s.db"), access: .readOnly)
    var severalWithEmpty = 0
    for map in ["labels", "tags"] {
      for key in SampleAsset.keys + ["nobody has it"] {
        let expression = Assets.Expression.lacksValue(of: key, in: FieldReference(map))
        let values = assets.map { asset in
          (asset.maps[map] ?? []).first { same($0.key, key) }?.values ?? []
        }
        severalWithEmpty += values.count { $0.count > 1 && $0.contains("") }
        let lacking = zip(assets, values).filter { $1.allSatisfy(\.isEmpty) }.map(\.0.key)
        #expect(try store.sampleKeys(expression) == lacking)
        #expect(try store.sampleKeys(!expression).count == assets.count - lacking.count)
        let sql = try store.explain(SampleAsset.query(expression))
        #expect(sql.contains("the terms decide it"))
        #expect(try plain.texts(sql) == lacking)
      }
    }
    #expect(severalWithEmpty > 0)
  }
}
