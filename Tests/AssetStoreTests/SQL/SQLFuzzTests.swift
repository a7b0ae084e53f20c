import Assets
import AssetStore
import Testing
import TestSupport

/// Statements, and texts that are nearly some, in a store.
@Suite struct SQLFuzzTests {
  /// What SQLite says of SQL that it does not understand: what is let through to it has to be right.
  private static let ofSQLite = [
    "\": syntax error", "no such column", "no such function", "no such table", "misuse",
    "ambiguous",
    "incomplete input", "wrong number of arguments", "unrecognized token", "not authorized",
    "SELECTs to the left and right", "ORDER BY term out of range", "row value",
  ]

  @Test func `what is no statement is refused by the language, and never by SQLite`() throws {
    let widgets = try WidgetSample.make()
    var random = SeededGenerator(seed: 47)
    var generator = StatementGenerator(seed: 53)
    var texts = SQLForms.statements
    var limits = SQLQuery.Limits(time: .seconds(2), rows: 50)
    limits.bytes = 1 << 20
    var answered = 0
    let tried = try FuzzTime.times(400) {
      let start =
        Int.random(in: 0..<3, using: &random) == 0
        ? generator.statement() : texts.randomElement(using: &random) ?? ""
      let text = TextMutation().mutated(start, among: SQLForms.statements, using: &random)
      do {
        _ = try widgets.sample.lines(text, limits: limits)
        answered += 1
        if texts.count < 1_000, text.utf8.count < 500 { texts.append(text) }
      } catch let fault as Fault {
        let told = Self.ofSQLite.filter { fault.why.contains($0) }
        #expect(told.isEmpty && !fault.why.isEmpty, "\(text): \(fault)")
      }
    }
    #expect(answered > tried / 200)
  }

  @Test func `what the grammar makes is understood by SQLite`() throws {
    let widgets = try WidgetSample.make()
    var generator = StatementGenerator(seed: 59)
    for _ in 0..<300 {
      let text = generator.statement()
      do { _ = try widgets.sample.lines(text) } catch let fault as Fault {
        let told = Self.ofSQLite.filter { fault.why.contains($0) }
        #expect(told.isEmpty, "\(text): \(fault)")
      }
    }
  }
}
