import AssetJSON
import Assets
import AssetStore
import Testing
import TestSupport

/// What is on a server that loaded an export.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExportContentTests {
  static let hostile = [
    "\\", "\\\\", "\\.", "\\N", "\t", "\n\\.\n", "\r\n", "'", "\"", "\"\\\"", "{}", "{a,\"b\"}",
    "NULL", "=>", "a=b", ",", "\u{1}\u{8}\u{B}\u{C}\u{1B}\u{7F}", "é", "e\u{301}", "😀", "", " ",
    "$$; DROP SCHEMA test CASCADE; $$", "\\! touch x", ":name", "\u{2028}", "\u{FEFF}",
  ]

  @Test func `hostile text comes through to the byte, wherever it stands`() throws {
    let copy = try PostgreSQLCopy.make()
    let assets = Self.hostile.enumerated().map { index, text in
      var random = SeededGenerator(seed: UInt64(index))
      var asset = SampleAsset(index, using: &random)
      asset.key = "k\(index) \(text)"
      asset.texts["name"] = text
      asset.maps["labels"] = [(key: text, values: [text])]
      asset.groups = [text, "x"]
      return asset
    }
    try copy.store.ingest(samples: assets, in: copy.folder)
    try copy.load()
    let hex = { (value: String) in "encode(convert_to(\(value), 'UTF8'), 'hex')" }
    let values = [
      "_key", "name", "(SELECT key FROM each(labels))", "(SELECT value FROM each(labels))",
      "groups[1]",
    ].map(hex)
    let lines = try copy.database.lines(
      of: "SELECT \(values.joined(separator: " || ' ' || ")) FROM test.sample ORDER BY _id;")
    #expect(
      lines
        == assets.map { asset in
          let text = asset.texts["name"] ?? ""
          return [asset.key, text, text, text, text].map(Self.hexadecimal).joined(separator: " ")[
            ...]
        })
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test func `values of all kinds are what they are in the store`() throws {
    let copy = try PostgreSQLCopy.make()
    _ = try copy.store.add(SampleAsset.type())
    let path = try copy.folder.write(
      "r.ndjson",
      [
        #"{"_key":"a","size":-9223372036854775808,"ratio":0.30000000000000004,"active":true,"#
          + #""made":"2024-05-01T12:30:00.25Z","tags":{},"groups":[],"detail":{"b":1.50,"a":"\u0000\\"},"more":[1e400]}"#,
        #"{"_key":"b","ratio":1e300,"active":false,"tags":[{"Key":"k","Value":"2"},{"Key":"k","Value":"1"},"#
          + #"{"Key":"n","Value":null}],"groups":["x",null],"detail":"soon"}"#,
        #"{"_key":"c"}"#,
      ].joined(separator: "\n"))
    _ = try copy.store.ingest(IngestRequest(type: "test.sample", sources: [.file(path)]))
    try copy.load()
    let lines = try copy.database.lines(
      of: """
        SET timezone = 'UTC';
        SELECT concat_ws(' ', _key, size, ratio, active, made, tags, tags_terms, groups, detail, _extra, _run)
        FROM test.sample ORDER BY _id;
        """)
    #expect(
      lines == [
        #"a -9223372036854775808 0.30000000000000004 t 2024-05-01 12:30:00.25+00  {} {} {"b":1.50,"a":"\u0000\\"} {"more":[1e400]} 1"#,
        #"b 1e+300 f "k"=>"1,2", "n"=>NULL {k,k=1,k=2,n} {x,NULL} "soon" 1"#, "c 1",
      ])
  }

  @Test func `beside the types are the records of runs, views of tags and one view over all`()
    throws
  {
    let copy = try PostgreSQLCopy.make()
    try copy.store.ingest(
      [record("a", tags: #"{"a=b":"1","n":null,"s":"x"}"#), record("b")], in: copy.folder)
    try copy.store.ingest([record("a", tags: #"{"s":"y"}"#)], in: copy.folder)
    try copy.load()
    let table = "aws.apigatewayv2_integrationresponse"
    let lines = try copy.database.lines(
      of: """
        SELECT string_agg(id || kind || updated, ',' ORDER BY id) FROM runs;
        SELECT count(*) FROM run_files JOIN run_types USING (run);
        SELECT _key, _run, _until, _end, tags->'a=b' FROM \(table)_versions;
        SELECT _type, _key, tags FROM assets ORDER BY _id;
        SELECT _key, key, value FROM \(table)_tags;
        SELECT obj_description('\(table)'::regclass) IS NOT NULL;
        SELECT run, selection FROM assetstore_copy;
        """)
    #expect(
      lines == [
        "1ingest0,2ingest1", "2", "a|1|2|changed|1", "\(responseType)|a|\"s\"=>\"y\"",
        "\(responseType)|b|", "a|s|y", "t", "2|all types",
      ])
  }
}
