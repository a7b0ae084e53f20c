import AssetJSON
import AssetOutput
import Foundation
import Testing
import TestSupport

/// Every form of export goes in as it has to, or is refused for the right reason.
@Suite struct ExportTests {
  private static func path(_ file: String) -> String { fixture("exports/\(file)") }

  @Test(arguments: ExportCase.ofAWS + ExportCase.ofTools + ExportCase.plain)
  func `an export gives its records, and the report says what it is`(_ export: ExportCase) throws {
    let folder = try TemporaryFolder()
    let outcome = try runAll(
      ["ingest", "--report", "json", "--type", export.type] + export.options
        + [Self.path(export.file)], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let report = try JSONValue(parsing: outcome.output.utf8, named: "the report")
    let input = try #require(report["files"]?.array?.first)
    #expect(input["format"]?.string == export.format)
    #expect(input["records"]?.integer == export.count)
    #expect(report["inserted"]?.integer == export.count)
    #expect(report["partial"] == .bool(export.isPartial))
    #expect(report["skipped"]?.text == export.skipped)
    // Whether an export lists tags is another question.
    let warnings = (report["warnings"]?.array ?? []).map {
      "\($0["rule"]?.string ?? ""): \($0["example"]?.string ?? "")"
    }
    .filter { !$0.hasPrefix("unknown-tags: ") }
    #expect(
      warnings.count == export.warnings.count
        && zip(warnings, export.warnings).allSatisfy { $0.hasPrefix($1) }, "\(warnings)")
    try check(export.values, of: export, in: folder)
  }

  private func check(
    _ values: [ExportCase.Value], of export: ExportCase, in folder: borrowing TemporaryFolder
  ) throws {
    let outcome = try run("query", "--type", export.type, "-o", "json", in: folder)
    let assets = try JSONValue(parsing: outcome.output.utf8, named: "the assets").array ?? []
    #expect(assets.count == export.count)
    for value in values {
      let found = value.path.reduce(assets[value.asset] as JSONValue?) { $0?[$1] }
      #expect(found?.text == value.text, "\(value.path)")
    }
  }

  @Test(arguments: ExportCase.refused)
  func `an export that can't be taken as it is is refused with the reason`(
    _ export: RefusedExportCase
  ) throws {
    let folder = try TemporaryFolder()
    let outcome = try runAll(
      ["ingest", "--type", export.type] + export.options + [Self.path(export.file)], in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.messages.count == 1)
    #expect(outcome.messages[0].contains(export.reason), "\(outcome.messages)")
    #expect(try run("info", in: folder).exitCode == 66)
  }

  @Test func `no export lies about unused`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.path(""))
      .filter { !$0.hasPrefix(".") }
    let used = Set(
      (ExportCase.ofAWS + ExportCase.ofTools + ExportCase.plain).map(\.file)
        + ExportCase.refused.map(\.file))
    #expect(Set(files) == used)
  }
}
