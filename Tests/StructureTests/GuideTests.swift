import Foundation
import TestSupport
import Testing

/// Holds the maintainers' guide against the sources.
@Suite struct GuideTests {
  private let guide = "Sources/AssetStore/AssetStore.docc/Architecture.md"

  /// What stands in backticks and could be a name of Swift, or of a folder of a module.
  private func names() throws -> [String] {
    let text = try String(contentsOfFile: projectFile(guide), encoding: .utf8)
      .replacingOccurrences(of: "```", with: "")
    let parts = text.components(separatedBy: "`").enumerated()
    return parts.filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      .filter { name in
        name.first?.isUppercase == true && !name.hasPrefix("Migrations") && !name.hasPrefix("Tests")
          && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "/" }
      }
  }

  @Test func `every module, folder and type that the guide names is there`() throws {
    let tree = try SourceTree()
    let manager = FileManager.default
    let folders = try manager.subpathsOfDirectory(atPath: projectFile("Sources"))
    let known = Set(folders).union(tree.sources.flatMap(\.names))
    let names = try names()
    #expect(names.count > 60)
    for name in names { #expect(known.contains(name), "\(name)") }
  }

  @Test func `the guide names every module and folder`() throws {
    let names = Set(try names())
    let tree = try SourceTree()
    for module in tree.modules { #expect(names.contains(module), "\(module)") }
    for source in tree.sources
    where ["AssetStore", "AssetExports"].contains(source.module) && !source.folder.isEmpty {
      let folder = source.folder.split(separator: "/")[0]
      #expect(names.contains("\(source.module)/\(folder)"))
    }
  }

  @Test func `every article and image that an article shows or links is there`() throws {
    let folder = projectFile("Sources/AssetStore/AssetStore.docc")
    let articles = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") }
    #expect(articles.count > 8)
    for article in articles {
      let text = try String(contentsOfFile: "\(folder)/\(article)", encoding: .utf8)
      for part in text.components(separatedBy: "<doc:").dropFirst() {
        let name = part.prefix { $0 != ">" && $0 != "#" }
        #expect(articles.contains("\(name).md"), "\(article): \(name)")
      }
      for part in text.components(separatedBy: "![").dropFirst() {
        let name = part.components(separatedBy: "](").dropFirst().first?.prefix { $0 != ")" } ?? ""
        let image = "\(folder)/Resources/\(name).svg"
        #expect(FileManager.default.fileExists(atPath: image), "\(article): \(name)")
      }
    }
  }
}
