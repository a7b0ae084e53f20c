import AssetExports
import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct DelimitedReaderTests {
  @Test func `columns come in any order, by any name of a field`() throws {
    let expected = ["server_id=a state=on size=10", "server_id=b size=20 _extra={\"rack\":\"7\"}"]
    for text in [
      "server_id,Status,size,rack\na,on,10,\nb,,20,7\n",
      "rack,size,State,ServerId\r\n,10,on,a\r\n7,20,,b",
      "server_id;Status;size;rack\r\na;on;10;\r\nb;;20;\"7\"\r\n",
      "\u{FEFF}server_id\tsize\track\tstate\na\t10\t\ton\nb\t20\t7\t\n\n",
      "\n\n\"state\",\"size\",\"server_id\",\"rack\"\n\"on\",\"10\",\"a\",\n,\"20\",\"b\",\"7\"",
    ] {
      #expect(try Export.outcome(text) == expected, "\(text.debugDescription)")
    }
  }

  @Test func `a quoted cell holds separators, line ends and quotes`() throws {
    let read = try Export.read("server_id,state\n\"a,\"\"b\"\"\r\nc\",\"\"\"\"\nd,x\n")
    #expect(read.records == ["server_id=a,\"b\"\r\nc state=\"", "server_id=d state=x"])
    #expect(read.places == [Place(line: 2, byte: 17), Place(line: 4, byte: 35)])
  }

  @Test func `an empty cell is absent, an empty text in quotes is one`() throws {
    let read = try Export.outcome(
      "server_id,state,size,labels,tags,settings,is_public\n1,,,,,,\n2,\"\",\"\",\"\",\"\",\"\",\"\"\n"
    )
    #expect(read == ["server_id=1", "server_id=2 state= labels={} tags={}"])
  }

  @Test func `cells are read as their fields hold`() throws {
    let cells = [
      ("size", "7", "size=7"), ("load", "1.50", "load=1.5"), ("is_public", "TRUE", "is_public=1"),
      ("created", "2026-01-02 03:04:05", "created=2026-01-02T03:04:05Z"),
      ("settings", "[1, 2]", "settings=[1,2]"),
      ("settings", "1.50", "settings=1.50"), ("settings", "a b", "settings=\"a b\""),
      ("ports", "[80, 443]", "ports=[80,443]"), ("labels", "a=>1", "labels={\"a\":\"1\"}"),
      ("labels", "{\"\"a\"\": 1}", "labels={\"a\":\"1\"}"),
      ("tags", "[\"\"a:2\"\",\"\"a:1\"\"]", "tags={\"a\":[\"1\",\"2\"]}"),
      ("tags", "\"\"a\"\"=>\"\"2,1\"\"", "tags={\"a\":[\"1\",\"2\"]}"),
    ]
    for (field, cell, expected) in cells {
      let text = "server_id,\(field)\n1,\"\(cell)\"\n"
      #expect(try Export.outcome(text) == ["server_id=1 \(expected)"], "\(cell)")
    }
  }

  @Test(arguments: [
    ("server_id,size\n1\n", "2:16: the row has 1 cells, and the table 2 columns"),
    ("server_id,size\n1,2,3\n", "2:16: the row has 3 cells, and the table 2 columns"),
    ("server_id,x,x\n1,2,3\n", "1:13: two columns are named 'x'"),
    ("server_id\na\"b\n", "2:12: a quote stands inside of a cell that has none around it"),
    ("server_id,state\n1,\"x\"y\n", "2:22: the cell goes on behind its closing quote"),
    ("server_id,state\n1,\"x\n2,y\n", "2:19: the cell's closing quote is missing"),
    ("server_id,state\n1,\u{0}\n", "2:19: the text holds U+0000, which SQLite can't keep"),
    ("server_id,size\n1,x\n", "2:18: this is no 64-bit integer"),
    (
      "server_id,labels\n1,a=>1 b\n",
      "2:20: the text is no hstore: syntax error near 'b' at position 5"
    ),
    ("server_id,settings\n1,\"{\"\n", "2:22: the text is no JSON"),
    ("server_id,ports\n1,80\n", "2:19: this is no list"),
  ])
  func `what is no table of the type is refused with its place`(
    text: String, expected: String
  ) throws {
    #expect(try Export.outcome(text).first?.hasPrefix(expected) == true)
  }

  @Test func `what is no UTF-8 is refused with its place`() throws {
    let fault = #expect(throws: Fault.self) {
      try Export.read(Array("server_id\na\n".utf8) + [0x62, 0xE9, 0x0A])
    }
    #expect(fault?.place == Place(line: 3, byte: 14))
  }

  @Test func `a table without rows has no records`() throws {
    let read = try Export.read("server_id,size\r\n")
    #expect(read.records.isEmpty && read.summary.format == "csv")
  }

  @Test func `the format may be given, where no column name is known`() throws {
    let options = Export.Options(values: ["server_id": "1"], format: .tsv)
    let read = try Export.read("rack\tstage\n7\ta,b\n", options)
    #expect(read.records == ["server_id=1 _extra={\"rack\":\"7\",\"stage\":\"a,b\"}"])
    #expect(read.summary.format == "tsv")
  }
}
