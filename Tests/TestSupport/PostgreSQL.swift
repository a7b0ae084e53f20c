import Foundation

/// PostgreSQL 15 of this machine.
package enum PostgreSQL {
  static let binaries =
    ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin"]
    .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }

  /// Whether tests fail where it is not there; else they are skipped.
  private static let isRequired =
    ProcessInfo.processInfo.environment["ASSETSTORE_POSTGRESQL"] == "required"

  /// Whether tests that need it are to run.
  package static var isWanted: Bool { isRequired || binaries != nil }

  /// A statement that the server did not take, or no server.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  private static let started = Result { try PostgreSQLServer() }

  /// The server of all tests of this process.
  ///
  /// - Throws: `Refusal` if none can be started.
  package static func server() throws -> PostgreSQLServer { try started.get() }

  /// What `psql` prints for the statements in a database of their own, a line each; nil where no server can be started
  /// and none has to be.
  ///
  /// - Throws: `Refusal`.
  package static func lines(of statements: String) throws -> [Substring]? {
    guard isRequired || (try? server()) != nil else { return nil }
    return try server().makeDatabase().lines(of: statements)
  }
}
