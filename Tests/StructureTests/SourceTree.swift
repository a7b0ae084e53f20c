import Foundation
import TestSupport

/// All sources of the package.
struct SourceTree {
  let sources: [SwiftSource]

  init(_ sources: [SwiftSource]) { self.sources = sources }

  init() throws {
    let root = projectFile("Sources")
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }
    sources = try (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SwiftSource(at: path, text: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }

  var modules: Set<String> { Set(sources.map(\.module)) }

  /// Which folders of a module use names of which others, with one of the names.
  func uses(in module: String) -> [String: [String: String]] {
    let sources = sources.filter { $0.module == module }
    var homes: [String: Set<String>] = [:]
    for source in sources {
      for name in source.names {
        homes[name, default: []].insert("\(source.folder)/\(source.name)")
      }
    }
    var uses: [String: [String: String]] = [:]
    for source in sources {
      let own = source.names
      for word in source.words where !own.contains(word) {
        // A name of several homes says nothing of any of them.
        guard let found = homes[word], found.count == 1, let home = found.first else { continue }
        let folder = home.split(separator: "/", omittingEmptySubsequences: false).dropLast()
          .joined(separator: "/")
        guard folder != source.folder else { continue }
        uses[source.folder, default: [:]][folder] = "\(source.name) uses \(word) of \(home)"
      }
    }
    return uses
  }

  /// A way from a folder back to itself; nil if there is none.
  func circle(in module: String) -> [String]? {
    let uses = uses(in: module)
    for start in uses.keys.sorted() {
      var ways = [start: [String]()]
      var open = [start]
      while let folder = open.popLast() {
        for (next, reason) in uses[folder, default: [:]].sorted(by: { $0.key < $1.key }) {
          let way = ways[folder, default: []] + [reason]
          if next == start { return way }
          if ways[next] == nil {
            ways[next] = way
            open.append(next)
          }
        }
      }
    }
    return nil
  }
}
