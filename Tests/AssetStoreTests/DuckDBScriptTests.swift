import AssetLanguage
import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

@Suite struct DuckDBScriptTests {
  @Test func `each type has a file, maps are lists by keys, and times and lists are such`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("it's.db"))
    var random = SeededGenerator(seed: 1)
    try store.ingest(samples: [SampleAsset(0, using: &random)], in: folder)
    let script = try store.duckDBScript(of: .all)
    #expect(script.contains("it''s.db' AS store (TYPE sqlite, READ_ONLY)"))
    #expect(script.contains("map_of_lists(\"tags\") AS \"tags\""))
    #expect(script.contains("\"made\"::TIMESTAMPTZ AS \"made\""))
    #expect(script.contains("\"groups\"::JSON::VARCHAR[] AS \"groups\""))
    #expect(script.contains("TO 'test.sample.parquet' (FORMAT parquet, COMPRESSION zstd)"))
    let one = try store.duckDBScript(of: TypeSelection("test.sample"), folder: folder.path)
    #expect(one.contains("TO '\(folder.path)/test.sample.parquet'"))
    #expect(!one.contains("apigateway"))
  }

  /// A folder with Python's packages `duckdb` and `duckdb_extension_sqlite_scanner`.
  private static let packages = ProcessInfo.processInfo.environment["ASSETSTORE_DUCKDB"]

  /// What is true in the store and in the file that DuckDB wrote.
  private static let conditions: KeyValuePairs<String, String> = [
    "tags ? 'env'": "map_contains(tags, 'env')",
    "tags @> 'env=>prod'": "list_contains(tags['env'], 'prod')",
    "tags @> 'env=>NULL'": "map_contains(tags, 'env') AND tags['env'] IS NULL",
    "tags IS NULL": "tags IS NULL", "tags = ''": "coalesce(cardinality(tags), 0) = 0",
    "name = 'é'": "name = 'é'", "size > 0 AND active": "size > 0 AND active",
    "made < '2024-01-01'": "made < TIMESTAMPTZ '2024-01-01 00:00:00+00'",
    "'dev' = ANY (groups)": "list_contains(groups, 'dev')",
    "labels ? 'quote\"s' OR ratio = 0.1": "map_contains(labels, 'quote\"s') OR ratio = 0.1",
  ]

  @Test(.enabled(if: packages != nil, "ASSETSTORE_DUCKDB names no folder with DuckDB"))
  func `what DuckDB writes has the same counts`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 9)
    try store.ingest(samples: (0..<500).map { SampleAsset($0, using: &random) }, in: folder)
    let script = try folder.write(
      "script.sql", store.duckDBScript(of: .all, folder: folder.path))
    let counts = Self.conditions.map { "SELECT count(*) FROM sample WHERE \($0.value)\n" }
    let questions = try folder.write("questions.sql", counts.joined())
    let program = try folder.write("run.py", Self.program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "PYTHONPATH=\(Self.packages ?? "")", "python3", program, script, questions,
      folder.file("test.sample.parquet"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let expected = try Self.conditions.map { condition in
      try store.count(
        Query(types: TypeSelection("test.sample"), where: Expression(parsing: condition.key)))
    }
    #expect(printed.split(separator: "\n").map { Int($0) } == expected)
    #expect(expected.allSatisfy { $0 > 0 } && process.terminationStatus == 0)
  }

  // The extension is loaded from its package: INSTALL would fetch it from the network.
  private static let program = """
    import duckdb, duckdb_extension_sqlite_scanner as scanner, glob, os, sys
    extension = glob.glob(os.path.dirname(scanner.__file__) + "/extensions/*/*.duckdb_extension")[0]
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    script = open(sys.argv[1]).read()
    connection.execute(script.replace("INSTALL sqlite;\\nLOAD sqlite;", f"LOAD '{extension}';"))
    connection.execute(f"CREATE VIEW sample AS SELECT * FROM '{sys.argv[3]}'")
    for question in open(sys.argv[2]):
        print(connection.execute(question).fetchone()[0])
    """
}
