import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetJSON

@Suite struct MapReaderTests {
  /// The canonical text of the map that the JSON spells, what was odd about it, or why it is none.
  private func outcome(_ json: String, splitsCommas: Bool = false) throws -> String {
    var parser = JSONParser()
    var reader = MapReader()
    return try parser.parse(text: Array(json.utf8)) { tape in
      var output: [UInt8] = []
      do throws(ValueFault) {
        try reader.read(tape, at: JSONTape.root, splitsCommas: splitsCommas, into: &output)
      } catch {
        return "\(tape.offset(of: error.index)): \(error.reason)"
      }
      let map = String(decoding: output, as: UTF8.self)
      return map + (reader.oddity.repetition.map { " \($0)" } ?? "")
        + (reader.oddity.hadAttributes ? " attributes" : "")
    }
  }

  @Test(arguments: [
    #"{"env":"prod","team":"a"}"#, #"[{"Key":"team","Value":"a"},{"Key":"env","Value":"prod"}]"#,
    #"[{"tagKey":"team","tagValue":"a"},{"name":"env","value":"prod"}]"#,
    #"[{"key":"team","value":"a","tag":"team=a"},{"TagKey":"env","TagValue":"prod"}]"#,
    #"["env:prod","team:a"]"#, #""env=>prod, team=>a""#, #""\"team\"=>\"a\", env=>prod,""#,
    #"" {\"team\": \"a\", \"env\": \"prod\"}""#, #""[\"team:a\", \"env:prod\"]""#,
    #""\n[{\"Key\": \"team\", \"Value\": \"a\"}, {\"Key\": \"env\", \"Value\": \"prod\"}]""#,
    #"["env=prod","team=a"]"#, #""env=prod,team=a""#, #""env=prod; team=a;""#,
    #""env=prod | team=a""#, #""env:prod, team:a""#, #""env=prod\nteam=a""#,
    #""{env=prod, team=a}""#, #""[{key=env, value=prod}, {key=team, value=a}]""#,
    #""@{env=prod; team=a}""#, #""map[env:prod team:a]""#, #""{'team': 'a', 'env': u'prod'}""#,
    #""[{'Key': 'env', 'Value': 'prod'}, {'Key': 'team', 'Value': 'a'}]""#,
  ])
  func `every spelling gives the same map`(json: String) throws {
    #expect(try outcome(json) == #"{"env":"prod","team":"a"}"#)
  }

  @Test func `one tag alone is a map of one, and a key may have a list of values`() throws {
    #expect(try outcome(#"{"Key":"env","Value":"prod"}"#) == #"{"env":"prod"}"#)
    #expect(try outcome(#"{"value":"prod","key":"env"}"#) == #"{"env":"prod"}"#)
    #expect(try outcome(#"{"Key":"env","Value":"prod","x":"y"}"#).hasPrefix(#"{"Key":"env""#))
    #expect(
      try outcome(#"[{"Key":"env","Values":["prod","blue"]}]"#) == #"{"env":["blue","prod"]}"#)
    #expect(try outcome(#"{"Name":"web","Value":"x"}"#) == #"{"Name":"web","Value":"x"}"#)
  }

  @Test(arguments: [
    (#"["env:prod","url=http://x"]"#, #"{"env":"prod","url=http":"//x"}"#),
    (#"["a=b:c","d=e"]"#, #"{"a":"b:c","d":"e"}"#), (#"["a:b=c","d:e"]"#, #"{"a":"b=c","d":"e"}"#),
    (#"["a:b","c=d","bare"]"#, #"{"a":"b","bare":"","c":"d"}"#),
  ])
  func `texts are split where all of them have it first`(json: String, expected: String) throws {
    #expect(try outcome(json) == expected)
  }

  @Test(arguments: [
    #""prod""#, #""owner=Lovelace, Ada,env=prod""#, #""x=off=(M,20);on=(F,6)""#,
    #""https://x""#, #""12:30""#, #""System.Collections.Hashtable""#, #""{'a': (1, 2)}""#,
  ])
  func `text that reads as a map in more than one way, or in none, is refused`(
    json: String
  ) throws {
    #expect(try outcome(json).contains(": the text is no "))
  }

  @Test func `tags of several assets are not one asset's`() throws {
    let tags = { (first: String, second: String) in
      #"[{"Key":"a","ResourceId":"\#(first)"},{"Key":"b","Value":"1","ResourceId":"\#(second)"}]"#
    }
    #expect(try outcome(tags("i", "i")) == #"{"a":"","b":"1"} attributes"#)
    #expect(
      try outcome(tags("i", "j"))
        == "66: the tags are those of 'i' and of 'j', and would be one asset's here")
  }

  @Test func `a map without pairs is an empty one`() throws {
    for json in ["{}", "[]", #""""#, #""  ""#, #""{}""#, #""[]""#] {
      #expect(try outcome(json) == "{}", "\(json)")
    }
  }

  @Test func `a tag without a value has an empty one, and null stays null`() throws {
    #expect(try outcome(#"[{"Key":"a"},{"Key":"b","Value":null}]"#) == #"{"a":"","b":null}"#)
    #expect(try outcome(#"["bare","a:b:c"]"#) == #"{"a":"b:c","bare":""}"#)
    #expect(try outcome(#""a=>null""#) == #"{"a":null}"#)
  }

  @Test func `a key twice means what its spelling says`() throws {
    #expect(try outcome(#"{"a":"1","a":"2"}"#) == #"{"a":"2"} last"#)
    #expect(try outcome(#""a=>1,a=>2""#) == #"{"a":"1"} first"#)
    #expect(try outcome(#""{\"a\":1,\"a\":2}""#) == #"{"a":"2"} last"#)
    #expect(try outcome(#"["a:2","a:1"]"#) == #"{"a":["1","2"]}"#)
  }

  @Test func `a set in one value is split in every spelling`() throws {
    for json in [#"{"a":"2,1"}"#, #"["a:2,1"]"#, #""a=>\"2,1\"""#, #""{\"a\":\"2,1\"}""#] {
      #expect(try outcome(json, splitsCommas: true) == #"{"a":["1","2"]}"#, "\(json)")
    }
  }

  @Test func `what a list says beside key and value is noticed`() throws {
    #expect(
      try outcome(#"[{"Key":"a","Value":"1","PropagateAtLaunch":true}]"#)
        == #"{"a":"1"} attributes"#)
  }

  @Test(arguments: [
    ("7", "0: a map has to be an object, a list of tags, or hstore text"),
    (#"{"a":{"b":1}}"#, "5: the value of 'a' is nested, and a map holds only text"),
    (#"[{"Value":1}]"#, "1: the tag has no key"),
    (
      #" "a=>1 b""#,
      "1: the text is no map: as hstore it has a syntax error near 'b' at position 5"
    ),
    (
      #" "{\"a\":1""#,
      "1: the text is no JSON: the text ends in the middle of a value, at position 6 of it"
    ),
    (
      #""{\"a\":[[1]]}""#,
      "0: the value of 'a' is nested, and a map holds only text, at position 6 of the text"
    ),
  ])
  func `what is no map is refused with its place`(json: String, expected: String) throws {
    #expect(try outcome(json) == expected)
  }

  @Test func `a map that was refused leaves nothing to the next one`() throws {
    var parser = JSONParser()
    var reader = MapReader()
    var output: [UInt8] = []
    try parser.parse(text: Array(#"{"kept":"1","bad":{}}"#.utf8)) { tape in
      _ = #expect(throws: ValueFault.self) {
        try reader.read(tape, at: JSONTape.root, splitsCommas: false, into: &output)
      }
    }
    try parser.parse(text: Array(#"{"next":"2"}"#.utf8)) { tape in
      try reader.read(tape, at: JSONTape.root, splitsCommas: false, into: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == #"{"next":"2"}"#)
  }
}
