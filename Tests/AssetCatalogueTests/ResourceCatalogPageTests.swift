import Assets
import Testing

@testable import AssetCatalogue

@Suite struct ResourceCatalogPageTests {
  private func draft(_ text: String) throws -> DraftType {
    let drafts = try DefinitionReader.drafts(in: Array(text.utf8), named: "page")
    try #require(drafts.count == 1)
    return drafts[0]
  }

  private func lines(_ draft: DraftType) -> [String] {
    draft.fields.map { field in
      "\(field.name) \(field.dataType.rawValue) \(field.providerName ?? "-"): \(field.description ?? "")"
    }
  }

  private static let expected = [
    "account_id string -: ", "api_endpoint string ApiEndpoint: Where it is. Type: any.",
    "cors json Cors: Who may call.", "created timestamp created: ", "size int64 Size: In MB.",
    "tags hstore_csv -: ", "type string type: ", "variables hstore Variables: ",
    "zones array<string> -: ",
  ]

  private static let markdown = """
    ---
    title: Start
    ---
    # aws_gateway_api{% #aws_gateway_api %}

    ## `account_id`{% #account_id %}

    **Type**: `STRING`

    ## `api_endpoint`{% #api_endpoint %}

    **Type**: `STRING`**Provider name**: `ApiEndpoint`**Description**: Where it is. Type: any.

    ## `cors`{% #cors %}

    **Type**: `STRUCT` **Provider name**: `Cors` **Description**: Who may call.

    - `allow`**Type**: `UNORDERED_LIST_STRING`**Provider name**: `Allow`**Description**: Them.
      - `deep`**Type**: `STRUCT`
    - `max_age`**Type**: `INT32`

    ## `created`

    **Type**: `TIMESTAMP`**Provider name**: `created`

    ## `size`
    **Type**: `INT32`<br>
    **Provider name**: `Size`<br>
    **Description**: In MB.<br>
    ## `tags`
    **Type**: `UNORDERED_LIST_STRING`<br>
    ## `type`
    **Type**: `STRING`<br>
    **Provider name**: `type`<br>
    ## `variables`
    **Type**: `MAP_STRING_STRING`<br>
    **Provider name**: `Variables`<br>
    ## `zones`
    **Type**: `UNORDERED_LIST_STRING`<br>
    """

  @Test func `a page in markdown gives its fields, and no parts of them`() throws {
    let draft = try draft(Self.markdown)
    #expect(draft.name.description == "aws.gateway_api")
    #expect(lines(draft) == Self.expected)
    #expect(draft.accountField == "account_id" && !draft.hasKey)
    #expect(draft.proposedKeyTemplate == nil)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a page in plain text gives its fields`(end: String) throws {
    let text = """
      aws_gateway_response

      account_id
      Type: STRING
      cors
      Type: STRUCT
      Provider name: Cors
          allow
          Type: STRING
      handling
      Type: STRINGProvider name: HandlingDescription: How, Type: or not.
      """
    let page = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    #expect(
      try lines(draft(page)) == [
        "account_id string -: ", "cors json Cors: ", "handling string Handling: How, Type: or not.",
      ])
  }

  @Test func `text that has lost which lines are parts is refused`() {
    let page = "aws_x_y\na\nType: STRUCT\nb\nType: STRING\n"
    #expect(throws: Fault.self) { try draft(page) }
    #expect(throws: Never.self) { try draft("aws_x_y\na\nType: STRING\nb\nType: STRUCT\n") }
  }

  @Test func `an unknown type is refused with its line`() {
    do {
      _ = try draft("aws_x_y\na\nType: STRING\nb\nType: BLOB\n")
      Issue.record("taken")
    } catch {
      #expect(
        "\(error)".hasPrefix("page: line 5, byte 26: 'BLOB' is no type of the resource catalogue"))
    }
  }

  @Test(arguments: [
    ("STRING", DataType.string), ("BOOLEAN", .bool), ("INT32", .int64), ("INT64", .int64),
    ("LONG", .int64), ("DOUBLE", .float64), ("FLOAT", .float64), ("TIMESTAMP", .timestamp),
    ("STRUCT", .json), ("UNORDERED_LIST_STRING", .array(.string)),
    ("UNORDERED_LIST_STRUCT", .json), ("UNORDERED_LIST_INT32", .array(.int64)),
    ("UNORDERED_LIST_TIMESTAMP", .array(.string)), ("MAP_STRING_STRING", .hstore),
    ("MAP_STRING_STRUCT", .json),
  ])
  func `each of the catalogue's types is one of ours`(name: String, expected: DataType) {
    #expect(DataType(catalogued: name, asField: "x") == expected)
  }
}
