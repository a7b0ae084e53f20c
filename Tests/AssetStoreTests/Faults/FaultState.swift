import AssetCatalogue
import AssetFiles
import AssetJSON
import Assets
import AssetSQLite
import Foundation
import TestSupport

@testable import AssetStore

/// What a file says, once whoever comes next has opened it.
enum FaultState: Hashable {
  /// There is none, or one that nothing was put into.
  case none
  /// What a store, or a backup, holds: digests over it.
  case content([String])
  /// A store of an older schema, which is brought up to date without a complaint.
  case older
  /// A damaged file: its bytes.
  case damaged(String)
  /// What must never be.
  case broken(String)

  static func of(_ path: String, isBackup: Bool) throws -> FaultState {
    guard let status = try FileSystem.status(path), status.size > 0 else { return .none }
    if isBackup { return try backup(path) }
    do {
      let store = try Store.open(path)
      let checks = try store.verify().checks.filter { !$0.isGood }
      guard checks.isEmpty else { return try unreadable(path, "\(checks)") }
      let content = try store.reading { connection in
        let types = try TypeRegistry.all(connection).map(\.definition.text)
        return [try ContentReading(connection).digest.content + history(connection)] + types
      }
      let info = try store.info()
      return info.assets == 0 && info.runs == 0 && content.count == 2 ? .none : .content(content)
    } catch let fault as Fault where fault.kind == .schema {
      let copy = path + ".copy"
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      return try Store.openToMigrate(copy).verify().isGood ? .older : .broken("older")
    } catch let fault as Fault {
      return try unreadable(path, "\(fault)")
    }
  }

  /// All that the store says of what was, but for times.
  private static func history(_ connection: borrowing Connection) throws -> String {
    let versions = try TypeRegistry.withVersions(connection).map { VersionTable($0).name }
    let tables =
      versions.map { "SELECT * FROM \($0) ORDER BY _id, _until" } + [
        "SELECT id, kind, type, partial, inserted, updated, unchanged, deleted, scopes FROM runs",
        "SELECT what, block, run, hex(ids) FROM run_assets", "SELECT * FROM run_types",
        "SELECT first_state, next_id FROM store", "SELECT name, removed_by FROM types",
      ]
    var text = ""
    for table in tables {
      try connection.forEachRow(table) { text += "\($0.values(at: 0..<$0.columnCount))\n" }
    }
    return text
  }

  private static func unreadable(_ path: String, _ why: String) throws -> FaultState {
    // What a first command had begun has been rolled back.
    if try FileSystem.status(path)?.size == 0 { return .none }
    // Half of a store, as the scenarios leave it.
    return try FileSystem.status(path + "-journal") == nil
      ? .damaged(FileDigest.sha256(of: path).digest) : .broken(why)
  }

  private static func backup(_ path: String) throws -> FaultState {
    let checks = try Verification(ofFile: path, requiresManifest: true).checks
    if let bad = checks.first(where: { !$0.isGood }) { return .broken("\(bad)") }
    return .content([try Store.open(path).reading { try ContentReading($0).digest.content }])
  }
}
