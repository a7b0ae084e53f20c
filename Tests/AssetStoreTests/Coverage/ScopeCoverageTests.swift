import Assets
import Testing
import TestSupport

@testable import AssetStore

@Suite struct ScopeCoverageTests {
  /// Each scope as one line: account, region, assets, last run, whole run, not seen.
  private func lines(_ store: Store, accounts: [String] = []) throws -> [String] {
    try store.coverage(in: .one(TypeName(responseType)), accounts: accounts).map { scope in
      let parts: [Any?] = [
        scope.account, scope.region, scope.assets, scope.lastSeen?.run, scope.lastWhole?.run,
        scope.notSeen,
      ]
      return parts.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
    }
  }

  @Test func `each account and region tells when it was seen, and when whole`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try store.snapshot(
      (0..<10).map { placed("a\($0)", "1") } + (0..<5).map { placed("b\($0)", "2", "s") },
      in: folder)
    _ = try store.ingest(
      [placed("c", "3"), placed("d", "3"), record("e")], type: responseType)
    _ = try store.ingest([placed("a0", "1"), placed("c", "3")], type: responseType)
    #expect(
      try lines(store) == ["1 r 10 3 1 0", "2 s 5 1 1 0", "3 r 2 3 - 1", "- - 1 2 - 0"])
    #expect(try lines(store, accounts: ["2"]) == ["2 s 5 1 1 0"])
    // Whole without regions.
    try store.snapshot(
      [placed("c", "3")], scopes: [Scope("type=aws.*,account=3")], allowing: 1, in: folder)
    #expect(try lines(store, accounts: ["3"]) == ["3 r 1 4 4 0"])
    try store.snapshot(
      [], scopes: [Scope("type=\(responseType),account=2")], allowing: 5, in: folder)
    #expect(try lines(store, accounts: ["2"]) == ["2 s 0 - 5 0"])
    // An undone snapshot says nothing.
    _ = try store.undo(5)
    #expect(try lines(store, accounts: ["2"]) == ["2 s 5 1 1 0"])
  }

  @Test func `values that the index does not hold are read`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    let long = String(repeating: "x", count: 300)
    _ = try store.ingest(
      [placed("a", long), placed("b", long), placed("c", "1")], type: responseType)
    #expect(try lines(store) == ["1 r 1 1 - 0", "\(long) r 2 1 - 0"])
  }
}
