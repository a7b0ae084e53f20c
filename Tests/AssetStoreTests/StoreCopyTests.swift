import AssetFiles
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct StoreCopyTests {
  private func temporary(_ folder: borrowing TemporaryFolder) throws -> String {
    try folder.file(#require(folder.names().first { $0.hasSuffix(".tmp") }))
  }

  /// Copies a store, and lends the copy's path before it is read again.
  private func copy(_ folder: borrowing TemporaryFolder, body: (String) throws -> Void) throws {
    let store = try filledStore(folder)
    var copy = try StoreCopy(of: store.path, named: folder.file("b.db"), isCancelled: { false })
    try store.reading { try copy.append(pagesOf: $0) }
    let manifest = try copy.write(copy.verify())
    try body(temporary(folder))
    _ = try copy.read(manifest)
  }

  @Test func `a copy that is what was read and a manifest is whole`() throws {
    let folder = try TemporaryFolder()
    try copy(folder) { _ in }
    #expect(try !folder.names().contains { $0.hasPrefix("b.db") || $0.hasSuffix(".tmp") })
  }

  @Test(arguments: [
    "UPDATE aws_apigatewayv2_integrationresponse SET account_id = '2' WHERE _id = 7",
    "DELETE FROM manifest", "UPDATE manifest SET content = '{}'",
    "CREATE TABLE t(a)",
  ])
  func `one that is changed once it was verified is not`(sql: String) throws {
    let folder = try TemporaryFolder()
    let fault = try #require(throws: Fault.self) {
      try copy(folder) { path in
        let other = try Connection(path: path, access: .readWrite)
        try other.execute(sql)
      }
    }
    #expect(fault.kind == .damaged)
  }

  @Test func `no page of it but those with the manifest is another than the store's`() throws {
    let folder = try TemporaryFolder()
    let store = try filledStore(folder)
    _ = try store.backUp(to: folder.file("b.db"))
    let (one, other) = try (
      File.contents(of: store.path), File.contents(of: folder.file("b.db"))
    )
    let root = try store.reading {
      try $0.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'manifest'")
    }
    let differences = stride(from: 0, to: one.count, by: 8_192).filter {
      one[$0..<$0 + 8_192] != other[$0..<$0 + 8_192]
    }
    #expect(one.count == other.count)
    #expect(differences.map { Int64($0 / 8_192 + 1) } == [1, root])
  }
}
