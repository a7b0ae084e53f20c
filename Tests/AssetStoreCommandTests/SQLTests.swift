import AssetCatalogue
import AssetFiles
import AssetJSON
import AssetOutput
import Foundation
import Testing
import TestSupport

@Suite struct SQLTests {
  private func sql(_ arguments: String...) throws -> CommandOutcome {
    let folder = try TemporaryFolder()
    return try sql(arguments, in: folder)
  }

  private func sql(
    _ arguments: [String], in folder: borrowing TemporaryFolder
  ) throws -> CommandOutcome {
    _ = try run("ingest", "--type", responseType, fixture("inventory.ndjson"), in: folder)
    return try runAll(["sql"] + arguments, in: folder)
  }

  private let byAccount = """
    SELECT account_id, count(*) FROM aws.apigatewayv2_integrationresponse \
    WHERE tags->'env' = 'prod' GROUP BY 1
    """

  @Test func `a query of DDSQL is answered in every format`() throws {
    for format in OutputFormat.allCases {
      let outcome = try sql(byAccount, "-o", format.rawValue)
      #expect(outcome.exitCode == 0 && outcome.messages.isEmpty, "\(format)")
      #expect(outcome.output.contains("000000000123") && outcome.output.contains("210987654321"))
    }
    #expect(
      try sql(byAccount, "-o", "json").output
        == """
        [{"account_id":"000000000123","count":2},
        {"account_id":"210987654321","count":1}]

        """)
    #expect(try sql("SELECT 1 AS a WHERE FALSE", "-o", "json").output == "[]\n")
  }

  @Test func `a map is JSON where the format is, and text elsewhere`() throws {
    let query =
      "SELECT tags FROM aws.apigatewayv2_integrationresponse WHERE tags->'env' = 'staging'"
    #expect(try sql(query).output == #"{"tags":{"env":"staging","owner":""}}"# + "\n")
    #expect(try sql(query, "-o", "csv").lines.last == #""{""env"":""staging"",""owner"":""""}""#)
  }

  @Test func `the query may come from a file, with its values apart`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("q.sql", "-- Tags.\nSELECT :a || :b AS x;\n")
    let outcome = try sql(["@" + path, "--param", "a=1=2", "--param", "b='"], in: folder)
    #expect(outcome.output == "{\"x\":\"1=2'\"}\n")
    #expect(try run("sql", "@none.sql", in: folder).exitCode == 66)
    let broken = try folder.write("b.sql", Data([0x53, 0xFF]))
    #expect(try run("sql", "@" + broken, in: folder).exitCode == 65)
  }

  @Test(arguments: [
    (["SELECT :a"], 64), (["SELECT 1", "--param", "a=1"], 64), (["SELECT 1", "--param", "a"], 64),
    (["SELECT :a", "--param", "a=1", "--param", "a=2"], 64), (["SELEC 1"], 64), ([""], 64),
    (["SELECT 1", "--timeout", "-1"], 64), (["SELECT 1", "--max-rows", "-1"], 64),
    (["SELECT * FROM aws.nope"], 66), (["DELETE FROM runs"], 76), (["ATTACH 'x' AS y"], 76),
    (["SELECT 'x'::bigint"], 64),
  ])
  func `what can't be answered has its exit code and one line`(
    arguments: [String], exitCode: Int
  ) throws {
    let outcome = try sql(arguments, in: TemporaryFolder())
    #expect(outcome.exitCode == Int32(exitCode) && outcome.output.isEmpty)
    #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("error: "))
  }

  @Test func `a fault is pointed at`() throws {
    #expect(
      try sql("SELECT 'é'::text, acount_id FROM aws.ec2_instance").messages == [
        """
        error: SQL: there is no column 'acount_id'; did you mean 'account_id'?
          SELECT 'é'::text, acount_id FROM aws.ec2_instance
                            ^
        """
      ])
    let json = try sql("SELECT x", "--error-format", "json").messages[0]
    #expect(json.contains(#""kind":"usage""#) && json.hasSuffix(#""offset":7}}"#))
  }

  @Test func `rows that were left out are told of`() throws {
    let outcome = try sql("VALUES (1), (2), (3)", "--max-rows", "2", "-o", "csv")
    #expect(outcome.lines == ["column1", "1", "2"] && outcome.exitCode == 0)
    #expect(outcome.messages == ["note: there are more than 2 rows; --max-rows left them out"])
    #expect(try sql("VALUES (1), (2)", "--max-rows", "2").messages.isEmpty)
  }

  private let endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"

  @Test func `the binary stops what takes too long or too much`() throws {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    let slow = try runBinary(
      ["sql", "\(endless) SELECT max(n) FROM r", "--timeout", "1"], in: folder)
    #expect(slow.exitCode == 76 && slow.errors.contains("longer than 1"))
    let large = try runBinary(
      [
        "sql", "\(endless) SELECT printf('%01000d', n) x FROM r LIMIT 1000000", "--max-bytes",
        "100000",
      ],
      in: folder)
    #expect(large.exitCode == 76 && large.errors.contains("more than 100000 bytes"))
    let sorted = try runBinary(
      ["sql", "\(endless) SELECT printf('%09000d', n) x FROM r ORDER BY x"], in: folder)
    #expect(sorted.exitCode == 76 && sorted.errors.contains("512 MiB"))
    let piped = try runBinary(["sql", "-"], in: folder, input: "SELECT 'é' AS x")
    #expect(piped.output == "{\"x\":\"é\"}\n")
  }

  @Test
  func `rows are written before the last is known, and a reader that goes away ends it quietly`()
    throws
  {
    let folder = try TemporaryFolder()
    _ = try runBinary(["ingest", "--type", responseType, fixture("inventory.ndjson")], in: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binaryPath())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = ["sql", "\(endless) SELECT n FROM r", "--timeout", "0"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    #expect(output.fileHandleForReading.readData(ofLength: 8) == Data(#"{"n":1}"#.utf8) + [0x0A])
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
