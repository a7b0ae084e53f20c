import Assets
import Testing

@testable import AssetCatalogue
@testable import AssetFiles
@testable import AssetJSON

@Suite struct DefinitionReaderTests {
  private func draft(_ text: String, named name: String = "page") throws -> DraftType {
    let drafts = try DefinitionReader.drafts(in: Array(text.utf8), named: name)
    try #require(drafts.count == 1)
    return drafts[0]
  }

  /// `Title | name data_type: Description`.
  private func lines(_ draft: DraftType) -> [String] {
    draft.fields.map { field in
      (field.title.map { "\($0) | " } ?? "") + "\(field.name) \(field.dataType.rawValue)"
        + (field.description.map { ": \($0)" } ?? "")
    }
  }

  private func message(_ text: String, named name: String = "page") -> String {
    do {
      _ = try DefinitionReader.drafts(in: Array(text.utf8), named: name)
      return "taken"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: DefinitionPages.all.indices)
  func `a page gives all of its fields`(index: Int) throws {
    let page = DefinitionPages.all[index]
    let draft = try draft(page.text)
    #expect(draft.name.description == page.name)
    #expect(draft.title == page.title)
    #expect(lines(draft) == page.fields)
  }

  @Test(.timeLimit(.minutes(5)))
  func `a description that goes on for many lines takes a time that grows with them`() throws {
    let line = "| Title | id | core | string | begins |"
    var row = try #require(try DataDirectoryRow(Array(line.utf8)[...]))
    let more = String(repeating: "m", count: 100)
    for _ in 0..<100_000 { row.goOn(more) }
    #expect(row.field.description?.utf8.count == 6 + 100_000 * 101)
  }

  @Test func `a page's description is what stands between title and name`() throws {
    let descriptions = try DefinitionPages.all.map { try draft($0.text).description }
    #expect(
      descriptions == [
        "What was on a disk once. A snapshot costs less than the disk.",
        "How headers get from one side to the other. It has parameters.", "Which agents there are",
        "Machines of a cluster. They run pods.", nil,
      ])
  }

  @Test func `a page's account field is the provider's word for it`() throws {
    let accounts = try DefinitionPages.all.map { try draft($0.text).accountField }
    #expect(accounts == ["project_id", "account_id", nil, nil, "subscription_id"])
  }

  @Test(arguments: [
    ("Pod Namenamecorestring", "Pod Name | name string"),
    ("UIDuidcorestring", "UID | uid string"), ("Key_keycorestring", "Key | _key string"),
    (
      "Spec Pod CIDRsspec_pod_cidrscorearray<string>",
      "Spec Pod CIDRs | spec_pod_cidrs array<string>"
    ),
    ("Resource Tagstagscorehstore_csvA, b.", "Resource Tags | tags hstore_csv: A, b."),
    ("Core Scorecore_scorecorejson", "Core Score | core_score json"),
    ("Client IP@client.ipevent_attributestring", "Client IP | client_ip string"),
    ("Name name core string", "Name | name string"),
    (
      "  Long Name   long_name   core   hstore_csv   Two  words",
      "Long Name | long_name hstore_csv: Two  words"
    ),
  ])
  func `a row tells its title from its name`(row: String, expected: String) throws {
    #expect(try lines(draft("a.b\n\nTitleIDTypeData TypeDescription\n\(row)\n")) == [expected])
  }

  @Test func `an attribute of an event keeps its name as the provider's`() throws {
    let field = try draft(
      "dd.logs\n\nTitle ID Type Data Type Description\n| IP | @net.ip | event_attribute | string |"
    ).fields[0]
    #expect(field.name == "net_ip" && field.providerName == "@net.ip")
  }

  @Test(arguments: [
    (
      "| a | core | string |\n| b | core | decimal | x |",
      "line 5, byte 64: 'decimal' is no data type"
    ),
    ("a\tcore\tstring\nb\tcore\tmoney\t", "line 5, byte 56: 'money' is no data type"),
    ("acorestring\nbcoremoneyThe rest", "line 5, byte 54: 'money' is no data type"),
    ("acorestring\n\nbcoremoney", "line 6, byte 55: 'money' is no data type"),
    (
      "| a | core | string |\n| b | other | string |",
      "line 5, byte 64: this is no row of the table of fields: it has no cell 'core'"
    ),
    ("|  | core | string |", "line 4, byte 42: the row has no name for its field"),
    (
      "Display Namelabelcorestring",
      "line 4, byte 42: it can't be told where the title ends and the name of the field begins"
    ),
    ("", "the page's table has no rows"),
  ])
  func `a row that can't be read is refused with its line`(rows: String, expected: String) {
    let message = message("a.b\n\nTitle ID Type Data Type Description\n\(rows)")
    #expect(message.hasPrefix("page: \(expected)"), "\(message)")
  }

  @Test func `a page that doesn't name its type takes the name of its file`() throws {
    let page = "Title | ID | Type | Data Type | Description\na | core | string\n"
    #expect(try draft(page, named: "/tmp/k8s.jobs.dataset.md").name.description == "k8s.jobs")
    #expect(
      message(page, named: "page.md")
        == "page.md: the page doesn't say which type it is about; write its name, such as "
        + "aws.ec2_instance, on a line of its own above the fields")
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "a", "|", "| core ", "a\n", " ", "core", "a core x ", "acorestringA", "acore.,", "Type: ",
      "**",
      "- `", "<br>", "#", "[{\"name\":", "{\"name\":\"a.b\",\"fields\":[{\"name\":\"a\"}],",
    ])
  func `garbage takes time in proportion`(word: String) {
    let garbage = String(repeating: word, count: (64 << 10) / word.utf8.count)
    let table = "a.b\n\nTitle ID Type Data Type Description\na\tcore\tstring\tb,"
    for text in [
      garbage, table + garbage, garbage + "\n" + table, "a_b\nc\nType: STRUCT\n" + garbage,
    ] {
      _ = message(text)
    }
  }

  @Test func `what is longer than any page is refused at once`() {
    #expect(message(String(repeating: "a|", count: 5 << 20)).contains("longer than any page"))
    #expect(message(String(repeating: "[", count: 2 << 20)).contains("this is no JSON"))
  }

  @Test(arguments: [
    ("", "this defines no type"), ("Hello, world.", "this defines no type"),
    ("<!doctype html><p>", "this is HTML"), ("a.b\u{0}", "this holds U+0000"),
    ("{\"Items\": []}", "this is JSON, but it defines no type"), ("[[1]]", "this is JSON, but"),
    ("{\"name\": ", "this is no JSON"),
  ])
  func `what defines no type is refused`(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func `text in another encoding is refused with its place`() {
    #expect(throws: Fault.self) {
      try DefinitionReader.drafts(in: [0x61, 0x0A, 0xFF, 0xFE], named: "page")
    }
    do {
      _ = try DefinitionReader.drafts(in: [0x61, 0x0A, 0x62, 0xFF], named: "page")
    } catch {
      #expect("\(error)" == "page: line 2, byte 4: this is no UTF-8; save it as text in UTF-8")
    }
  }

  @Test func `a definition in JSON is one object or a list of them`() throws {
    let one =
      #"{"name": "a.b", "key_template": "{c}", "fields": [{"name": "c", "data_type": "int64"}]}"#
    #expect(try lines(draft("\u{FEFF}\n" + one)) == ["c int64"])
    let two = "[\(one), \(one.replacing("a.b", with: "a.c"))]"
    let names = try DefinitionReader.drafts(in: Array(two.utf8), named: "x").map(\.name.description)
    #expect(names == ["a.b", "a.c"])
  }

  @Test(arguments: [
    (#"{"name": "a.b"}"#, "x: the definition: it has no list 'fields'"),
    (#"{"fields": []}"#, "x: the definition: it has no 'name'"),
    (#"{"name": "a.b", "feilds": []}"#, "did you mean 'fields'?"),
    (#"{"name": "a.b", "fields": [{"name": "c"}]}"#, "the field 'c': it has no 'data_type'"),
    (#"{"name": "a.b", "fields": [{"name": "c", "data_type": "text"}]}"#, "'text' is no data type"),
    (#"{"name": "a.b", "fields": [7]}"#, "a field of a.b: it is no object"),
    (
      #"{"name": "a.b", "fields": [{"name": "c", "data_type": "bool", "rules": {}}]}"#,
      "the field 'c': its 'rules' is no list"
    ),
    (
      #"{"name": "a.b", "fields": [{"name": "c", "data_type": "bool", "rules": [{"one_of": [1]}]}]}"#,
      "a rule of 'c': its 'one_of' holds more than strings"
    ),
    (#"{"name": "A", "fields": []}"#, "'A' is no name of a type"),
  ])
  func `a definition that is wrong is refused with the part`(text: String, expected: String) {
    let message = message(text, named: "x")
    #expect(message.contains(expected), "\(message)")
  }
}
