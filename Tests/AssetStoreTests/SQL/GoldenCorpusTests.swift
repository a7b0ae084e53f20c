import AssetLanguage
import Assets
import AssetStore
import Foundation
import Testing
import TestSupport

/// What statements and expressions gave when somebody last looked: a change of the language is seen here. Run with
/// `ASSETSTORE_GOLDEN=write` to take what they give now; the difference is to be looked at line by line.
@Suite struct GoldenCorpusTests {
  private static let isWriting = ProcessInfo.processInfo.environment["ASSETSTORE_GOLDEN"] == "write"

  /// A line of a fixture: what was asked, and what it gave.
  private func hold(
    _ asked: [String], against name: String, answer: (String) -> String
  ) throws {
    let path = projectFile("Tests/Fixtures/golden/\(name)")
    if Self.isWriting {
      let lines = asked.map { "\($0)\t\(answer($0))\n" }.joined()
      try lines.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let known = Dictionary(
      lines.map { line in
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      }, uniquingKeysWith: { first, _ in first })
    #expect(Set(known.keys) == Set(asked), "run with ASSETSTORE_GOLDEN=write")
    for question in asked { #expect(answer(question) == known[question], "\(question)") }
  }

  /// Without what depends on the time.
  private func lasting(_ statements: [String]) -> [String] {
    var taken: Set<String> = []
    return statements.filter { text in
      !["now", "current_", "localtime", "age(created)", "\n"].contains {
        text.lowercased().contains($0)
      }
        && taken.insert(text).inserted
    }
  }

  @Test func `statements give what they gave`() throws {
    let widgets = try WidgetSample.make()
    var generator = StatementGenerator(seed: 67)
    let article = try String(
      contentsOfFile: projectFile("Sources/AssetStore/AssetStore.docc/SQL.md"), encoding: .utf8)
    let documented = article.matches(of: /assetstore sql "([^"]+)"/).map { String($0.1) }
    let asked =
      SQLForms.statements + SQLFunctionsPostgreSQLTests.statements + documented
      + (0..<500).map { _ in generator.statement() }
    try hold(lasting(asked), against: "statements.tsv") { text in
      do {
        return try widgets.sample.lines(text).joined(separator: " ")
      } catch { return "refused: \((error as? Fault)?.why ?? "\(error)")" }
    }
  }

  @Test func `expressions find what they found`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    var random = SeededGenerator(seed: 71)
    try store.ingest(samples: (0..<60).map { SampleAsset($0, using: &random) }, in: folder)
    var generator = ExpressionGenerator(seed: 73)
    let asked = (0..<500).map { _ in generator.condition() }
    try hold(lasting(asked), against: "expressions.tsv") { text in
      do {
        let expression = try Assets.Expression(parsing: text)
        return try store.sampleKeys(expression).joined(separator: " ")
      } catch { return "refused: \((error as? Fault)?.why ?? "\(error)")" }
    }
  }
}
