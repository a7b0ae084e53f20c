/// Saved pages, in the forms that people have them, and what they say.
enum DefinitionPages {
  typealias Page = (text: String, name: String, title: String?, fields: [String])

  /// Markdown as the site serves it: empty titles dropped, cells padded, a comment and a preamble on top.
  static let snapshot: Page = (
    #"""
    # Source: https://docs.example.com/data_directory/gcp/gcp.disk_snapshot.dataset.md
    # Note: saved in May

    ---
    title: Disk Snapshot
    breadcrumbs: >-
      Docs > Data Directory
    ---

    > For all pages, see [llms.txt](https://docs.example.com/llms.txt).

    # Disk Snapshot

    What was on a disk once. A snapshot costs less than the disk.

    ```
    gcp.disk_snapshot
    ```

    ## Fields

    | Title             | ID   | Type          | Data Type                                       | Description |
    | ----------------- | ---- | ------------- | ----------------------------------------------- | ----------- |
    | _key              | core | string        |
    | ancestors         | core | array<string> |
    | core_count        | core | int64         | How many cores: a | b, or <code>0</code> \| none. |
    | disk_encryption   | core | json          |
    | project_id        | core | string        | Output only. The project.                       |
    | tags              | core | hstore_csv    |
    | used_bytes        | core | float64       | How full it is.                                 |
    """#, "gcp.disk_snapshot", "Disk Snapshot",
    [
      "_key string", "ancestors array<string>",
      "core_count int64: How many cores: a | b, or <code>0</code> | none.",
      "disk_encryption json", "project_id string: Output only. The project.", "tags hstore_csv",
      "used_bytes float64: How full it is.",
    ]
  )

  /// Plain text whose cells have lost what stood between them.
  static let mapping: Page = (
    """
    # kept from the wiki

    Header Mapping V2

    How headers get from one side to the other. It has parameters.

    aws.gateway_headermapping

    Fields

    TitleIDTypeData TypeDescription
    _keycorestring
    account_idcorestring
    scorecorefloat64The core of it, corestring or not.
    score_jsoncorejson
    scorejsoncorehstoreWhat is mapped.
    portscorearray<int64>status represents a port.
    tagscorehstore
    """, "aws.gateway_headermapping", "Header Mapping V2",
    [
      "_key string", "account_id string", "score float64: The core of it, corestring or not.",
      "score_json json", "scorejson hstore: What is mapped.",
      "ports array<int64>: status represents a port.", "tags hstore",
    ]
  )

  /// All five cells, and another table before them.
  static let agents: Page = (
    """
    # Agents

    Which agents there are

    ```
    dd.agents
    ```
    Documentation of agents
    {% icon name="link" /%}

    ## Query Parameters

    | Parameter | Type            | Required | Description |
    | --------- | --------------- | -------- | ----------- |
    | `columns` | `array<string>` | Yes      | Which.      |

    ## Fields

    | Title         | ID          | Type | Data Type | Description |
    |:--|---|---|---|---|
    | Key           | _key        | core | string    | What it is. |
    | Core          | core        | core | bool      | |
    |               | host\\_name | core | `string`  | Where. |
    | Seen          | seen        | core | timestamp | When. |
    | Cell Kinds    | kinds       | core | array&lt;bool&gt; | |

    ## Further reading

    | Page | Address |
    | --- | --- |
    | core | string |
    """, "dd.agents", "Agents",
    [
      "Key | _key string: What it is.", "Core | core bool", "host_name string: Where.",
      "Seen | seen timestamp: When.", "Cell Kinds | kinds array<bool>",
    ]
  )

  /// Copied out of a browser: a tab between cells, a foot behind them.
  static let nodes: Page = (
    """
    Data Directory

    Nodes

    Machines of a cluster.
    They run pods.

    k8s.machines

    Fields

    Title\tID\tType\tData Type\tDescription
    Node Name\tname\tcore\tstring\tThe core string of it.
    \tplain\tcore\thstore\t
    UID\tuid\tcore\tstring\tUnique,
    everywhere.

    Was this page helpful?
    """, "k8s.machines", "Nodes",
    [
      "Node Name | name string: The core string of it.", "plain hstore",
      "UID | uid string: Unique, everywhere.",
    ]
  )

  /// Without outer pipes, without a preamble, with the line ends of Windows.
  static let vault: Page = (
    """
    # Vault
    `azure.vault`

    Title | ID | Type | Data Type | Description
    --- | --- | --- | --- | ---
    _key | core | string
    account_id | core | string | A storage account.
    subscription_id | core | string |
    Size | size_gb | core | int64 | In GiB
    """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    "azure.vault", "Vault",
    [
      "_key string", "account_id string: A storage account.", "subscription_id string",
      "Size | size_gb int64: In GiB",
    ]
  )

  static let all = [snapshot, mapping, agents, nodes, vault]
}
