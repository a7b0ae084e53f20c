import AssetExports
import Assets
import AssetStore
import Testing
import TestSupport

@Suite struct StoreLintTests {
  private static let records = [
    #"{"_key":"a","account_id":"1","content_handling_strategy":"BOGUS","tags":{"":"x","env":"prod"}}"#,
    #"{"_key":"b","account_id":"000000000123","content_handling_strategy":"ODD"}"#,
    #"{"_key":"c","response_parameters":{"method.response.header.X":"no\nquotes","y":"'z'"}}"#,
    #"{"_key":"d","response_parameters":{"method.response.header.X":"'z'"},"tags":{"env":"prod"}}"#,
    #"{"_key":"e","tags":{"team":["a","\#(String(repeating: "v", count: 300))"]}}"#,
  ]

  private func all() throws -> Query { Query(types: .one(try TypeName(responseType))) }

  @Test func `it finds what the ingest warned of, and says it in the same words`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let warnings = try store.ingest(Self.records, in: folder).warnings.entries
    let findings = try store.lint(all())
    #expect(warnings.count == 6)
    #expect(Set(findings.map(\.rule)) == Set(warnings.keys))
    for finding in findings {
      let warning = try #require(warnings[finding.rule])
      #expect(finding.count == warning.count, "\(finding.rule)")
      #expect(warning.example.hasSuffix(": \(finding.example)"), "\(finding.rule)")
      #expect(finding.source.map { finding.example.hasSuffix("(\($0))") } == true)
    }
    let strategy = findings.first { $0.rule == "content_handling_strategy.one_of" }
    #expect(strategy?.count == 2 && strategy?.key == "a" && strategy?.type == responseType)
  }

  @Test func `it looks at what the query asks for`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.ingest(Self.records, in: folder)
    let rules = { (expression: Expression) in
      let query = Query(types: .one(try TypeName(responseType)), where: expression)
      return Set(try store.lint(query).map(\.rule))
    }
    #expect(try rules(.hasKey("env", in: "tags")).contains("tags.key_length"))
    #expect(try rules(.hasKey("none", in: "tags")).isEmpty)
    #expect(try rules(Operand.field("_key").equals("d")).isEmpty)
    #expect(
      try rules(Operand.field("account_id").equals("000000000123"))
        == ["content_handling_strategy.one_of"])
    #expect(try rules(Operand.field("_key").equals("e")) == ["tags.value_length"])
    #expect(Set(try store.lint(Query()).map(\.rule)).count == 6)
    #expect(throws: Fault.self) {
      try store.lint(Query(where: Operand.field("region").equals("x")))
    }
  }

  @Test func `a store without such assets has nothing to say`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    #expect(try store.lint(all()).isEmpty && store.lint(Query()).isEmpty)
    try store.ingest([record("a", tags: #"{"k":"v"}"#)], in: folder)
    #expect(try store.lint(all()).isEmpty)
  }
}
