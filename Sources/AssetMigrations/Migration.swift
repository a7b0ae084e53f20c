/// One step of the schema's history. The text is `Migrations/NNNN_name.sql`, embedded in the program.
package struct Migration: Sendable {
  /// Counted from 1 without gaps.
  package let number: Int
  /// What it does, in words joined by underscores.
  package let name: String
  /// Its statements.
  package let sql: String

  private init(_ number: Int, named name: String, bytes: [UInt8]) {
    self.number = number
    self.name = name
    sql = String(decoding: bytes, as: UTF8.self)
  }

  /// All steps in order, numbered from 1 without a gap. Append only: stores have been through them.
  package static let all: [Migration] = [
    Migration(1, named: "store", bytes: PackageResources._001_store_sql),
    Migration(
      2, named: "aws_apigatewayv2_integrationresponse",
      bytes: PackageResources._002_aws_apigatewayv2_integrationresponse_sql),
    Migration(3, named: "terms", bytes: PackageResources._003_terms_sql),
    Migration(4, named: "spans_by_place", bytes: PackageResources._004_spans_by_place_sql),
    Migration(5, named: "unknown_tags", bytes: PackageResources._005_unknown_tags_sql),
    Migration(6, named: "blocks", bytes: PackageResources._006_blocks_sql),
    Migration(7, named: "history", bytes: PackageResources._007_history_sql),
    Migration(8, named: "assets_view", bytes: PackageResources._008_assets_view_sql),
    Migration(9, named: "run_reports", bytes: PackageResources._009_run_reports_sql),
    Migration(10, named: "repeated_runs", bytes: PackageResources._010_repeated_runs_sql),
  ]

  /// The number of the newest step: the version of a store's schema.
  package static var latest: Int { all.count }
}
