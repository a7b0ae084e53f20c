import AssetMigrations
import Foundation
import TestSupport

@testable import AssetStore
@testable import AssetSQLite

/// Files of older schemas, with assets of four types whose ids interleave. That of schema 4 is what its program wrote,
/// those before it are what it would have been.
enum OlderStore {
  static let newest = 4

  /// How many of its assets have the tag env=prod. The first schema has no table for one of the types yet.
  static func inProduction(_ schema: Int) -> Int { schema == 1 ? 5 : 8 }

  /// Makes a store, or a backup; its path.
  static func make(
    _ schema: Int, isBackup: Bool = false, in folder: borrowing TemporaryFolder
  ) throws -> String {
    let path = try folder.write("schema-\(schema).db", "")
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(
      String(contentsOfFile: fixture("stores/schema-\(newest).sql"), encoding: .utf8))
    for step in downgrades where step.to >= schema { try connection.execute(step.sql) }
    try connection.execute("PRAGMA user_version = \(schema)")
    if !isBackup {
      try connection.execute("DELETE FROM manifest")
    } else if schema < newest {
      let digest = try ContentReading(connection).digest
      try Manifest(describing: connection, digest: digest).write(connection)
    }
    return path
  }

  private static let downgrades: [(to: Int, sql: String)] = [
    (
      3,
      """
      CREATE TABLE kept AS SELECT * FROM spans;
      DROP TABLE spans;
      \(Migration.all[2].sql.components(separatedBy: "\n\n").last ?? "")
      INSERT INTO spans SELECT place >> 32, place & 0xFFFFFFFF, ids FROM kept;
      DROP TABLE kept;
      DELETE FROM migrations WHERE number = 4;
      """
    ),
    (2, "DROP TABLE spans; DROP TABLE terms; DELETE FROM migrations WHERE number = 3;"),
    (
      1,
      """
      DROP VIEW aws_apigatewayv2_integrationresponse_tags;
      DROP TABLE aws_apigatewayv2_integrationresponse;
      DELETE FROM types WHERE name = 'aws.apigatewayv2_integrationresponse';
      DELETE FROM migrations WHERE number = 2;
      """
    ),
  ]
}
