import Foundation
import TestSupport
import Testing

/// Holds the folders of the modules against one another.
@Suite struct StructureTests {
  @Test func `folders of a module do not use one another in a circle`() throws {
    let tree = try SourceTree()
    #expect(tree.modules.contains("AssetStore"))
    for module in tree.modules.sorted() {
      let circle = tree.circle(in: module)
      #expect(circle == nil, "\(module): \(circle?.joined(separator: ", ") ?? "")")
    }
  }

  @Test func `a circle over several folders is found`() {
    let a = SwiftSource(at: "M/A/A.swift", text: "struct A { var b: B }")
    let b = SwiftSource(at: "M/B/B.swift", text: "struct B { func doAllOfIt() { C() } }")
    let c = SwiftSource(at: "M/C/C.swift", text: "struct C {} // doAllOfIt\nlet text = \"A\"")
    #expect(SourceTree([a, b, c]).circle(in: "M") == nil)
    for user in ["let a = A()", "extension C { func x() { doAllOfIt() } }"] {
      let closing = SwiftSource(at: "M/C/More.swift", text: user)
      #expect(SourceTree([a, b, c, closing]).circle(in: "M") != nil)
    }
  }

  @Test func `a C library is imported by one module only`() throws {
    let sources = try SourceTree().sources
    let libraries = Set(sources.flatMap { $0.words.filter { $0.hasPrefix("CAsset") } })
    #expect(libraries.isSuperset(of: ["CAssetSQLite", "CAssetSimdJSON"]))
    for library in libraries {
      let modules = Set(sources.filter { $0.words.contains(library) }.map(\.module))
      #expect(modules.count == 1, "\(library): \(modules)")
    }
  }

  @Test func `most parameters have a label, and the face is small`() throws {
    let sources = try SourceTree().sources
    let all = sources.reduce(0) { $0 + $1.parameters.all }
    let unlabelled = sources.reduce(0) { $0 + $1.parameters.unlabelled }
    #expect(all > 1_000 && unlabelled * 100 < all * 45, "\(unlabelled) of \(all) have none")
    let face = sources.reduce(0) { $0 + $1.publicDeclarations }
    #expect((50...150).contains(face), "\(face)")
  }

  @Test func `the README's example is what the user's package runs`() throws {
    let readme = try String(contentsOfFile: projectFile("README.md"), encoding: .utf8)
    let main = "Tests/UserPackage/Sources/UserPackage/main.swift"
    let example = try #require(
      readme.components(separatedBy: "```swift\n").dropFirst().first?
        .components(separatedBy: "```").first)
    #expect(try String(contentsOfFile: projectFile(main), encoding: .utf8).hasPrefix(example))
  }
}
