/// One small export of each format, with a bit of everything in it.
enum SmallExports {
  static let all: [(name: String, bytes: [UInt8])] =
    texts.map { ($0.name, Array($0.text.utf8)) } + [
      ("gzip", Packed.gzip(Array(texts[0].text.utf8)) + Packed.gzip(Array(texts[12].text.utf8))),
      ("zstd", Packed.zstd(Array(texts[2].text.utf8)) + Packed.skippableFrame([1])),
    ]

  static let texts: [(name: String, text: String)] = [
    (
      "ndjson",
      #"{"server_id":"a","size":-5,"load":1.5e2,"is_public":true,"settings":{"x":[null]},"other":"\u00e9"}"#
        + "\n"
        + #"{"server_id":"b","labels":{"k":"v","n":null},"tags":["t:1","t:2","bare"],"_extra":{"y":1}}"#
        + "\r\n\n"
    ),
    (
      "json",
      #"[{"serverId":"a","Labels":[{"Key":"k","Value":"v","X":1}]}, {"ServerId":"b","ports":[1]}]"#
    ),
    (
      "aws-cli",
      #"{"Items":[{"ServerId":"a","Status":"on","Tags":{"a":"1,2"}}],"NextToken":"x","Count":1}"#
    ),
    (
      "csv",
      "server_id,size,labels,settings,\"x,y\"\r\na,1,\"\"\"k\"\"=>\"\"v\"\", n=>NULL\",\"{\"\"a\"\": [1]}\",\"q\n\"\nb,,,,\"\"\n"
    ),
    ("tsv", "server_id\ttags\tports\nx\ta=>1, b=>2\t[80, 443]\n\"y\"\t\"\"\t\n"),
    (
      "ddsql",
      #"{"data":{"type":"ddsql_query_response","attributes":{"state":"completed","columns":["#
        + #"{"name":"server_id","type":"VARCHAR","values":["a","b"]},"#
        + #"{"name":"created","type":"TIMESTAMP","values":[1767323045678,null]},"#
        + #"{"name":"labels","type":"HSTORE","values":[{"k":"v"},{}]}],"warnings":["w"]}}}"#
    ),
    (
      "cloudcontrol",
      #"{"TypeName":"Test::Web::Server","ResourceDescriptions":[{"Identifier":"a","#
        + #""Properties":"{\"ServerId\":\"a\",\"Labels\":{\"k\":\"v\"}}"}]}"#
    ),
    (
      "config",
      #"{"configurationItems":[{"resourceType":"Test::Web::Server","resourceId":"a","tags":{"k":"v"},"#
        + #""configurationItemCaptureTime":"2026","configuration":"{\"size\":1,\"tags\":[]}"}]}"#
    ),
    (
      "config-select",
      #"{"Results":["{\"resourceType\":\"Test::Web::Server\",\"resourceId\":\"a\",\"configuration\":{\"size\":1}}"],"#
        + #""QueryInfo":{"SelectFields":[]}}"#
    ),
    (
      "cloudformation",
      #"{"Resources":{"W":{"Type":"Test::Web::Server","DependsOn":"X","Properties":{"ServerId":"a","Size":{"Ref":"S"},"#
        + #""Labels":{"k":{"Fn::Sub":"v"}},"Tags":[{"Key":"k","Value":{"Ref":"V"}}]}},"X":{"Type":"A::B"}}}"#
    ),
    (
      "terraform-state",
      #"{"version":4,"terraform_version":"1","resources":[{"mode":"managed","type":"test_web_server","#
        + #""instances":[{"index_key":0,"attributes":{"id":"a","state":"","tags":{},"tags_all":{"k":"v"}}}]}]}"#
    ),
    (
      "terraform-show",
      #"{"format_version":"1.0","values":{"root_module":{"resources":[],"child_modules":[{"resources":["#
        + #"{"type":"test_web_server","values":{"id":"a","size":3}}]}]}}}"#
    ),
    ("cloudquery", #"{"_cq_id":"1","server_id":"a","region":"r"}"# + "\n"),
    (
      "steampipe",
      #"{"columns":[{"name":"server_id"}],"rows":[{"server_id":"a","labels":{"k":"v"}}]}"#
    ),
    (
      "reservations",
      #"{"Reservations":[{"Groups":[],"Instances":[{"ServerId":"a"}],"OwnerId":"42"},{"Instances":[{"ServerId":"b"}]}]}"#
    ),
    ("text", "ITEMS\ta\tb\nTAGS\tx\n"), ("yaml", "Items:\n- ServerId: a\n"),
  ]
}
