import AssetMigrations
import Foundation
import Testing
import TestSupport

@Suite struct MigrationTests {
  @Test func `the list is the folder, in order and without a gap`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: projectFile("Migrations"))
      .sorted()
    let listed = Migration.all.map { migration in
      String(repeating: "0", count: 4 - "\(migration.number)".count)
        + "\(migration.number)_\(migration.name).sql"
    }
    #expect(listed == files)
    #expect(Migration.all.map(\.number) == Array(1...Migration.latest))
    for (migration, file) in zip(Migration.all, files) {
      #expect(
        try migration.sql
          == String(contentsOfFile: projectFile("Migrations/\(file)"), encoding: .utf8))
    }
  }

  @Test func `each opens with why it is there`() {
    for migration in Migration.all { #expect(migration.sql.hasPrefix("-- ")) }
  }
}
