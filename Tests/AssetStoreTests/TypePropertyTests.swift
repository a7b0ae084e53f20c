import AssetCatalogue
import AssetFiles
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// Any type, any records: what comes out is what went in, through changes of the definition too.
@Suite struct TypePropertyTests {
  @Test(arguments: 0..<40)
  func `what comes out is what went in, whatever definitions follow each other`(seed: Int) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: UInt64(seed))
    let universe = (0..<14).map { index in
      Field("f\(index)", dataType: DataType.allCases[(index + seed) % DataType.allCases.count])
    }
    var records: [GeneratedRecord] = []
    var known: [Field] = []
    for step in 0..<4 {
      let fields = universe.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
      _ = try store.add(
        AssetType(TypeName("x.generated"), accountField: nil, keyTemplate: nil, fields: fields))
      known = fields + known.filter { old in !fields.contains { $0.name == old.name } }
      let new = (0..<20).map { GeneratedRecord("\(step)-\($0)", universe, &random) }
      records += new
      let path = try folder.write("r.ndjson", new.map { $0.input + "\n" }.joined())
      let report = try store.ingest(IngestRequest(type: "x.generated", sources: [.file(path)]))
      #expect(report.counts.inserted == 20)
      let lines = try store.lines(Query(types: .one(TypeName("x.generated")))).map(String.init)
      #expect(lines == records.map { $0.expected(known) })
    }
    #expect(try store.verify().isGood)
  }
}
