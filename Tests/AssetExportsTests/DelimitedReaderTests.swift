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
      ("tags", "\"\"a\"\"=>\"\"2,1\"\"", "tags={\"a\":\"2,1\"}"),
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
    (
      "server_id,state\n1,\u{0}\n",
      "2:19: the column 'state' has '\u{0}': the text holds U+0000 or half of a surrogate pair"
    ),
    (
      "server_id,labels\n1,a=>1 b\n",
      "2:20: the column 'labels' has 'a=>1 b': the text is no map: as hstore it has a syntax error "
        + "near 'b' at position 5"
    ),
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

  @Test(arguments: [
    "sep=;\nserver_id;state\na;on\n", "\"sep=|\"\r\nserver_id|state\r\na|on\r\n",
    "#TYPE Selected.Server\n\"server_id\",\"state\"\n\"a\",\"on\"\n", "Server ID,State\na,on\n",
    "server_id,state\n,\na,on\n", "server_id|state\na|on\n(1 row)\n",
    "server-id,state,\na,on,\n",
  ])
  func `a table may begin and end as its tool has it`(text: String) throws {
    let read = try Export.read(text)
    #expect(read.records == ["server_id=a state=on"])
    #expect(read.summary.warnings.entries.isEmpty)
  }

  @Test(arguments: [
    ("Report of 2025-01-06\n\nserver_id,state\na,on\n", "lines-above-the-header"),
    ("Region,eu\nState,all\nserver_id,state,size\na,on,\n", "lines-above-the-header"),
    ("server_id,state\na,on\n\u{FEFF}server_id,state\n", "header-twice"),
    ("server_id,state,size,load\na,on,,\nTotal,,1,\n", "total-row"),
  ])
  func `what is no record of a table is told of`(text: String, rule: String) throws {
    let read = try Export.read(text)
    #expect(read.records == ["server_id=a state=on"])
    #expect(read.summary.warnings.entries.keys.sorted() == [rule])
  }

  @Test(
    arguments: [
      (
        "server_id\tstate\n1\t\\N\n2\ta\\nb \"c\"\n",
        ["server_id=1", "server_id=2 state=a\nb \"c\""], []
      ),
      ("server_id\tstate\n1\ta\\tb\n", ["server_id=1 state=a\tb"], ["backslash-escapes"]),
      ("server_id\tstate\n1\tC:\\Users\\new\n", ["server_id=1 state=C:\\Users\\new"], []),
      ("server_id,state\n1,\\N\n2,a\\n\n", ["server_id=1", "server_id=2 state=a\\n"], []),
    ] as [(String, [String], [String])])
  func `databases escape with backslashes`(
    text: String, expected: [String], rules: [String]
  ) throws {
    let read = try Export.read(text)
    #expect(read.records == expected)
    #expect(read.summary.warnings.entries.keys.sorted() == rules)
  }

  @Test func `columns for the keys of a map make one, also of none`() throws {
    let text = "server_id,labels.env,labels.a.b,Tag: team,tags\n1,prod,x,(not tagged),2\n2,,,ops,\n"
    #expect(
      try Export.outcome(text) == [
        #"server_id=1 labels={"a.b":"x","env":"prod"} tags={} _extra={"tags":"2"}"#,
        #"server_id=2 labels={} tags={"team":"ops"}"#,
      ])
  }

  @Test func `a table that is drawn for people is refused`() throws {
    let text = " server_id | state \n-----------+-------\n a         | on\n(1 row)\n"
    #expect(try Export.outcome(text)[0].contains("a table drawn for people"))
  }
}
