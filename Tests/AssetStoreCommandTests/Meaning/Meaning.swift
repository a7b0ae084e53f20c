import AssetJSON
import Testing
import TestSupport

/// An export, how it is ingested, and the assets that there are then.
struct Meaning: Sendable, CustomTestStringConvertible {
  let name: String
  var export: String
  var options: [String] = []
  /// Of each asset its type, key and tags, in the order of a query.
  var assets: [String] = []
  /// Where it is refused: a part of the message.
  var refusal: String?

  var testDescription: String { name }

  /// Ingests it into the folder's store, and holds what is there against what should be.
  func check() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("export", export)
    let outcome = try runAll(["ingest"] + options + [file], in: folder)
    if let refusal {
      #expect(outcome.exitCode == 65)
      #expect(outcome.messages.contains { $0.contains(refusal) }, "\(outcome.messages)")
    } else {
      #expect(outcome.exitCode == 0, "\(outcome.messages)")
      #expect(try Self.assets(in: folder) == assets)
    }
  }

  /// Each as `type key tags`.
  static func assets(in folder: borrowing TemporaryFolder) throws -> [String] {
    let fields = ["--fields", "_type,_key,tags", "-o", "ndjson"]
    return try runAll(["query"] + fields, in: folder).lines.map { line in
      let asset = try JSONValue(parsing: line.utf8, named: "an asset")
      return "\(asset["_type"]?.string ?? "") \(asset["_key"]?.string ?? "") "
        + (asset["tags"]?.text ?? "")
    }
  }
}
