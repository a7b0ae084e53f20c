import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetJSON

@Suite struct ValuesTests {
  /// What a value becomes in a field of a data type, and what is kept of it beside the field; for what is refused, the
  /// reason.
  private func outcome(
    _ json: String, _ dataType: DataType, isStrict: Bool = true, warnings: inout [String]
  ) throws -> String {
    let type = try AssetType(
      TypeName("test.value"), accountField: nil, keyTemplate: nil,
      fields: [Field("v", dataType: dataType)])
    var mapper = RecordMapper(type, in: try MappingContext(for: type), isStrict: isStrict)
    var parser = JSONParser()
    var batch = RecordBatch(of: type)
    var members = RecordMembers()
    return try parser.parse(
      text: Array(#"{"_key":"k","v":\#(json)}"#.utf8), allowsFlaws: true
    ) { tape in
      do throws(ValueFault) {
        try members.read(tape, record: JSONTape.root)
        let origin = RecordOrigin(Place(line: 7, byte: 1))
        try mapper.map(
          tape, record: JSONTape.root, members: members, from: origin, surroundings: Surroundings(),
          into: &batch)
      } catch {
        return error.reason
      }
      warnings = mapper.allWarnings.entries.keys.sorted()
      let cells = batch.record(0).dropFirst().map { text(of: $0, batch) }
      return cells[1] == "null" ? cells[0] : "\(cells[0]) and \(cells[1])"
    }
  }

  private func outcome(_ json: String, _ dataType: DataType) throws -> String {
    var warnings: [String] = []
    return try outcome(json, dataType, warnings: &warnings)
  }

  private func text(of cell: RecordBatch.Cell, _ batch: RecordBatch) -> String {
    switch cell {
    case .absent: "absent"
    case .null: "null"
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let range): String(decoding: batch.bytes[range], as: UTF8.self)
    }
  }

  @Test(arguments: DataType.allCases)
  func `null is absent`(dataType: DataType) throws {
    #expect(try outcome("null", dataType) == "null")
  }

  @Test(arguments: [
    (#""000000000123""#, "000000000123"), ("1.50", "1.50"), ("true", "true"),
    (#"{"a": [1.0]}"#, #"{"a":[1.0]}"#), (#""""#, ""),
  ])
  func `text keeps its spelling`(json: String, expected: String) throws {
    #expect(try outcome(json, .string) == expected)
  }

  @Test(arguments: [
    ("42", "42"), (#""42""#, "42"), ("1e3", "1000"), ("10.0", "10"), ("-0", "0"),
    ("9007199254740993", "9007199254740993"), ("9223372036854775807", "9223372036854775807"),
    (#""-9223372036854775808""#, "-9223372036854775808"),
    ("9223372036854775808", "this is no 64-bit integer"), ("0.5", "this is no 64-bit integer"),
    (#""""#, "this is no 64-bit integer"), ("true", "this is no 64-bit integer"),
    ("[1]", "this is no 64-bit integer"), (#""0x10""#, "this is no 64-bit integer"),
    (#""10,000""#, "this is no 64-bit integer: a comma stands in it"),
  ])
  func `an integer is exact or refused`(json: String, expected: String) throws {
    #expect(try outcome(json, .int64) == expected)
  }

  @Test(arguments: [
    ("0.1", "0.1"), ("3", "3.0"), (#""2.50""#, "2.5"), ("1e3", "1000.0"),
    (
      "0.1000000000000000055511151231257827",
      #"0.1 and {"v":0.1000000000000000055511151231257827}"#
    ),
    ("9007199254740993", #"9007199254740992.0 and {"v":9007199254740993}"#),
    (#""0.30000000000000005""#, #"0.30000000000000004 and {"v":"0.30000000000000005"}"#),
    ("1e-400", #"0.0 and {"v":1e-400}"#),
    ("1e400", "this is no number that a double can hold"),
    (#""NaN""#, "this is no number that a double can hold"),
    (#""1,5""#, "this is no number that a double can hold: a comma stands in it"),
  ])
  func `a number that a double would change is kept beside it`(
    json: String, expected: String
  ) throws {
    #expect(try outcome(json, .float64) == expected)
  }

  @Test(arguments: [
    ("true", "1"), ("false", "0"), (#""True""#, "1"), (#""FALSE""#, "0"), (#""t""#, "1"),
    (#""f""#, "0"), ("1", "1"), ("0", "0"), (#""1""#, "1"),
    ("2", "this is neither true nor false"), (#""yes""#, "this is neither true nor false"),
    (#""""#, "this is neither true nor false"), ("[]", "this is neither true nor false"),
  ])
  func `a boolean is what exports print for one`(json: String, expected: String) throws {
    #expect(try outcome(json, .bool) == expected)
  }

  @Test(arguments: [
    (#""2026-01-02T05:04:05.678+02:00""#, "2026-01-02T03:04:05.678Z"),
    (#""2026-01-02T03:04:05.678+0000""#, "2026-01-02T03:04:05.678Z"),
    ("1767323045.678", "2026-01-02T03:04:05.678Z"), ("1767323045678", "2026-01-02T03:04:05.678Z"),
    (#""1767323045""#, "2026-01-02T03:04:05Z"),
    (#""2026-02-30T00:00:00Z""#, "the calendar has no 2026-02-30"),
    (#""yesterday""#, "this is no timestamp"), ("true", "this is no timestamp"),
    ("{}", "this is no timestamp"), (#""""#, "this is no timestamp"),
  ])
  func `a timestamp becomes UTC`(json: String, expected: String) throws {
    #expect(try outcome(json, .timestamp) == expected)
  }

  @Test func `a date alone becomes its midnight, with a warning, and is kept`() throws {
    var warnings: [String] = []
    #expect(
      try outcome(#""2026-01-02""#, .timestamp, warnings: &warnings)
        == #"2026-01-02T00:00:00Z and {"v":"2026-01-02"}"#)
    #expect(warnings == ["date-only"])
  }

  @Test(arguments: [
    ("[]", DataType.Element.string, "[]"),
    (#"["a", null, 1.50, true, {"b": 1}]"#, .string, #"["a",null,"1.50","true","{\"b\":1}"]"#),
    (#"{"env": "prod", "Ä": ""}"#, .string, #"["env:prod","Ä:"]"#),
    ("{}", .string, "[]"),
    (#"{"a:b": "c"}"#, .string, #"["a:b:c"] and {"v":{"a:b":"c"}}"#),
    (#"{"a": 1}"#, .string, #"["a:1"] and {"v":{"a":1}}"#),
    (#"{"a": null}"#, .string, #"["a:"] and {"v":{"a":null}}"#),
    (
      #"[1, "2", 3.0, null, 9223372036854775807]"#, .int64, "[1,2,3,null,9223372036854775807]"
    ),
    ("[0.5]", .int64, "this is no 64-bit integer"),
    ("[1, 1.50, 1e2]", .float64, "[1,1.50,1e2]"),
    ("[1e400]", .float64, "this is no number that a double can hold"),
    (#"[true, "f", 1]"#, .bool, "[true,false,true]"),
    (#"["maybe"]"#, .bool, "this is neither true nor false"),
    ("{}", .int64, "this is no list"), (#""a""#, .string, "this is no list"),
  ])
  func `a list keeps its elements`(
    json: String, element: DataType.Element, expected: String
  ) throws {
    #expect(try outcome(json, .array(element)) == expected)
  }

  @Test func `JSON stays as it is`() throws {
    let json = #"{"b":1.0,"a":[null,"é",1e400],"b":2}"#
    #expect(try outcome(json, .json) == json)
  }

  @Test(arguments: [
    (#""""#, DataType.int64), (#""N/A""#, .timestamp), (#""-""#, .float64), ("{}", .bool),
    (#""80""#, .array(.int64)), (#""None""#, .hstore), (#""not_supported""#, .hstoreCSV),
  ])
  func `what a field can't hold is null, and kept beside it with a warning`(
    json: String, dataType: DataType
  ) throws {
    var warnings: [String] = []
    let outcome = try outcome(json, dataType, isStrict: false, warnings: &warnings)
    #expect(outcome == #"null and {"v":\#(json)}"#)
    #expect(warnings == ["odd-value"])
  }

  @Test(arguments: [#""prod""#, "7", #"{"a":{"b":1}}"#, #"[{"Value":"x"}]"#])
  func `what is no map would make its asset one without tags, and is refused`(
    json: String
  ) throws {
    var warnings: [String] = []
    #expect(
      try !outcome(json, .hstoreCSV, isStrict: false, warnings: &warnings).hasPrefix("null"))
  }

  @Test(arguments: [#""a\u0000b""#, #""\ud800""#, #"["x\udfffy"]"#, #"{"\u0000":1}"#])
  func `text that SQLite can't keep stays as its escape where it is JSON`(json: String) throws {
    var warnings: [String] = []
    #expect(
      try outcome(json, .json, isStrict: false, warnings: &warnings) == json)
    #expect(warnings == ["escaped-text"])
    #expect(
      try outcome(json, .string, isStrict: false, warnings: &warnings)
        == "the text holds U+0000 or half of a surrogate pair, which SQLite can't keep")
  }
}
