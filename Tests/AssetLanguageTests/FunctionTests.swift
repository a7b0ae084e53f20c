import AssetLanguage
import Foundation
import Testing
import TestSupport

@Suite struct FunctionTests {
  @Test func `the sections of the help name every function`() {
    let named = Set(Function.sections.flatMap(\.names))
    #expect(Function.all.allSatisfy { named.contains($0.name) })
  }

  @Test func `every function that the README names is there`() throws {
    let text = try String(contentsOfFile: projectFile("README.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## SQL\n").last?
        .components(separatedBy: "\n## ").first)
    let known = Set(Function.sections.flatMap(\.names))
    var count = 0
    for line in section.split(separator: "\n") where line.hasPrefix("|") {
      for part in line.split(separator: "`").enumerated() where !part.offset.isMultiple(of: 2) {
        let name = part.element.prefix { $0.isLetter || $0 == "_" || $0.isNumber }
        guard name.first?.isLowercase == true, name == part.element || part.element.hasSuffix(")")
        else { continue }
        guard !name.isEmpty, !["x", "a", "aws"].contains(String(name)) else { continue }
        #expect(known.contains(String(name)), "\(name)")
        count += 1
      }
    }
    #expect(count > 80)
  }
}
