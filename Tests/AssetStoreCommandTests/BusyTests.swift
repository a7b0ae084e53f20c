import AssetSQLite
import Testing
import TestSupport

/// What a command says of a store that another process holds: nothing is known of it, least of all that it is damaged.
@Suite struct BusyTests {
  @Test(arguments: [
    ["verify"], ["verify", "assets.db"], ["backup", "b.db"], ["info"], ["runs"], ["query"],
    ["query", "--count"], ["query", "--facet", "account_id"], ["query", "--key", "k1"],
    ["sql", "SELECT 1"], ["history", "k1"], ["diff", "1"], ["coverage"], ["lint"],
    ["export", "--to", "postgres", "out"], ["reindex"], ["prune", "--keep-runs", "1"],
    ["restore", "whole.db", "--force"], ["ingest", "records.ndjson"],
  ])
  func `a store that is locked is busy, and not damaged`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let records = #"{"_type":"\#(responseType)","_key":"k1","account_id":"1"}"# + "\n"
    _ = try folder.write("records.ndjson", records)
    _ = try runBinary(["ingest", "records.ndjson"], in: folder)
    _ = try runBinary(["backup", "whole.db"], in: folder)
    let holder = try Connection(path: folder.file("assets.db"), access: .readWrite)
    try holder.execute("BEGIN EXCLUSIVE")
    let isFile = arguments.count == 2 && arguments[0] == "verify"
    let waiting = isFile ? [] : ["--busy-timeout", "10"]
    let outcome = try runBinary(arguments + waiting, in: folder)
    #expect(outcome.exitCode == 75, "\(outcome.errors)")
    #expect(!outcome.errors.contains("damaged") && outcome.output.isEmpty)
    try holder.execute("ROLLBACK")
    #expect(try runBinary(["verify"], in: folder).exitCode == 0)
    #expect(try folder.names() == ["assets.db", "records.ndjson", "whole.db"])
  }
}
