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
      Field("f\(index)", DataType.allCases[(index + seed) % DataType.allCases.count])
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

/// A record with a value for some of the fields, and what it becomes.
private struct GeneratedRecord {
  let key: String
  /// By field: as the export spells it, and as the store has it.
  let values: [(name: String, input: String, stored: String)]

  init(_ key: String, _ fields: [Field], _ random: inout SeededGenerator) {
    self.key = key
    values = fields.compactMap { field in
      guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
      let (input, stored) = generatedValue(field.dataType, &random)
      return (field.name, input, stored)
    }
  }

  var input: String {
    let members = [#""_key":"\#(key)""#] + values.map { #""\#($0.name)":\#($0.input)"# }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The row when these are the type's fields.
  func expected(_ fields: [Field]) -> String {
    let stored = fields.map { field in
      #""\#(field.name)":\#(values.first { $0.name == field.name }?.stored ?? "null")"#
    }
    let extras = values.filter { value in !fields.contains { $0.name == value.name } }
      .sorted { $0.name < $1.name }
      .map { #""\#($0.name)":\#($0.input)"# }
    let extra = extras.isEmpty ? [] : [#""_extra":{\#(extras.joined(separator: ","))}"#]
    let row = "{" + ([#""_key":"\#(key)""#] + stored + extra).joined(separator: ",") + "}"
    return row.replacing("\u{7F}", with: #"\u007f"#)
  }
}

private func generatedValue(
  _ dataType: DataType, _ random: inout SeededGenerator
) -> (input: String, stored: String) {
  let text = generatedText(&random)
  let integer =
    "\(Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random))"
  let real = Double.random(in: -1e9...1e9, using: &random).description
  let isTrue = "\(Bool.random(using: &random))"
  switch dataType {
  case .string: return (text, text)
  case .int64: return (integer, integer)
  case .float64: return (real, real)
  case .bool: return (isTrue, isTrue)
  case .timestamp:
    let time = #""20\#(Int.random(in: 10...99, using: &random))-02-03T04:05:06.07Z""#
    return (time, time)
  case .json:
    let value = #"{"b":[\#(integer),\#(text)],"a":null}"#
    return (value, value)
  case .hstore:
    return (
      #"{"z":\#(text),"A":null,"n":\#(integer)}"#, #"{"A":null,"n":"\#(integer)","z":\#(text)}"#
    )
  case .hstoreCSV:
    return (#"["z:b","a:\#(integer)","z:a"]"#, #"{"a":"\#(integer)","z":["a","b"]}"#)
  case .array(.string): return ("[\(text),null]", "[\(text),null]")
  case .array(.int64): return ("[\(integer)]", "[\(integer)]")
  case .array(.float64): return ("[\(real)]", "[\(real)]")
  case .array(.bool): return ("[\(isTrue)]", "[\(isTrue)]")
  }
}

/// A JSON string with no escape that it doesn't need.
private func generatedText(_ random: inout SeededGenerator) -> String {
  let pieces = [
    "a", "é", "e\u{301}", "😀", " ", "'", "$", ".", "012", "\\\"", "\\\\", "\\n", "\\u0001",
    "\u{7F}", "%",
  ]
  let count = Int.random(in: 0..<6, using: &random)
  return "\"" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\""
}
