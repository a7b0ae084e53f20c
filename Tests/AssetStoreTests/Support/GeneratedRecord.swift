import Assets
import TestSupport

/// A record with a value for some fields, and what it becomes.
struct GeneratedRecord {
  let key: String
  /// By field: as the export spells it, and as the store has it.
  let values: [(name: String, input: String, stored: String)]

  /// - Parameter isFull: whether it has a value for each field.
  init(
    _ key: String, _ fields: [Field], isFull: Bool = false, _ random: inout SeededGenerator
  ) {
    self.key = key
    values = fields.compactMap { field in
      guard Int.random(in: 0..<4, using: &random) > 0 || isFull else { return nil }
      let (input, stored) = generatedValue(field, &random)
      return (field.name, input, stored)
    }
  }

  /// What the store has for a field; nil for nothing.
  func stored(_ field: String) -> String? { values.first { $0.name == field }?.stored }

  var input: String {
    let members = [#""_key":"\#(key)""#] + values.map { #""\#($0.name)":\#($0.input)"# }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The row when these are the type's fields, its key among them or not.
  func expected(_ fields: [Field]) -> String {
    let own = fields.filter { $0.name != "_key" }
      .map { field in #""\#(field.name)":\#(stored(field.name) ?? "null")"# }
    let extras = values.filter { value in !fields.contains { $0.name == value.name } }
      .sorted { $0.name < $1.name }
      .map { #""\#($0.name)":\#($0.input)"# }
    let extra = extras.isEmpty ? [] : [#""_extra":{\#(extras.joined(separator: ","))}"#]
    let row = "{" + ([#""_key":"\#(key)""#] + own + extra).joined(separator: ",") + "}"
    return row.replacing("\u{7F}", with: #"\u007f"#)
  }
}

private func generatedValue(
  _ field: Field, _ random: inout SeededGenerator
) -> (input: String, stored: String) {
  if field.name == "tags" { return generatedTags(&random) }
  if field.name == "account_id" || field.name == "owner" {
    let account = ["1", "2", "000000000012"].randomElement(using: &random) ?? ""
    return (#""\#(account)""#, #""\#(account)""#)
  }
  let text = generatedText(&random)
  let integer =
    "\(Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random))"
  let real = Double.random(in: -1e9...1e9, using: &random).description
  let isTrue = "\(Bool.random(using: &random))"
  switch field.dataType {
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

/// Few keys and values, so that many assets have the same; now and then one that is longer than terms are.
private func generatedTags(_ random: inout SeededGenerator) -> (input: String, stored: String) {
  var pairs: [String] = []
  if Int.random(in: 0..<4, using: &random) > 0 {
    let value = ["prod", "dev", "stage"].randomElement(using: &random) ?? ""
    pairs.append(#""env":"\#(value)""#)
  }
  if Bool.random(using: &random) {
    pairs.append(#""n":"\#(Int.random(in: 0..<20, using: &random))""#)
  }
  if Int.random(in: 0..<5, using: &random) == 0 {
    pairs.append(
      #""note":"\#(String(repeating: "é", count: .random(in: 126...130, using: &random)))""#)
  }
  if Int.random(in: 0..<5, using: &random) == 0 { pairs.append(#""owner":null"#) }
  let map = "{" + pairs.joined(separator: ",") + "}"
  return (map, map)
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
