import AssetLanguage
import Foundation
import Testing
import TestSupport

@Suite struct FunctionTests {
  @Test func `the sections of the help name every function`() {
    let named = Set(Function.sections.flatMap(\.names))
    #expect(Function.all.allSatisfy { named.contains($0.name) })
  }

  @Test func `the article on SQL names every function`() throws {
    let path = projectFile("Sources/AssetStore/AssetStore.docc/SQL.md")
    let words = Set(
      try String(contentsOfFile: path, encoding: .utf8)
        .split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let missing = Function.sections.flatMap(\.names).filter { !words.contains($0) }
    #expect(missing.isEmpty)
  }
}
