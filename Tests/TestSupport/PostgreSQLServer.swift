package import Foundation

/// A PostgreSQL server in a folder of its own, for as long as this process lives: no network, no trace left.
package final class PostgreSQLServer: Sendable {
  /// Where its socket is.
  package let folder: String
  fileprivate let binaries: String
  /// The server ends when this does.
  private let input = Pipe()

  /// - Throws: `PostgreSQL.Refusal`.
  package init() throws {
    guard let binaries = PostgreSQL.binaries else {
      throw PostgreSQL.Refusal(
        description: "PostgreSQL 15 is not here; install it: apt-get install postgresql")
    }
    self.binaries = binaries
    folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("assetstore-pg-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.script.write(toFile: "\(folder)/run.sh", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["\(folder)/run.sh", folder, binaries]
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    guard output.fileHandleForReading.availableData == Data("ready\n".utf8) else {
      let log = try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)
      throw PostgreSQL.Refusal(description: "PostgreSQL does not start: \(log ?? "")")
    }
  }

  /// The database that each server has from the start.
  package var firstDatabase: PostgreSQLDatabase {
    PostgreSQLDatabase(server: self, name: "postgres")
  }

  /// A new database.
  package func makeDatabase() throws -> PostgreSQLDatabase {
    let name = "d" + UUID().uuidString.split(separator: "-").joined().lowercased()
    _ = try firstDatabase.lines(of: "CREATE DATABASE \(name) TEMPLATE template0;")
    return PostgreSQLDatabase(server: self, name: name)
  }

  // The server refuses to run as root.
  private static let script = #"""
    set -eu
    cd "$1"
    if [ "$(id -u)" = 0 ]; then
      chown -R nobody .
      exec setpriv --reuid=nobody --regid=nogroup --clear-groups sh "$0" "$1" "$2"
    fi
    exec 3>&1 >log 2>&1
    "$2/initdb" -D data -A trust -U assets -E UTF8 --locale=C.UTF-8 -N
    "$2/pg_ctl" -D data -w -l server.log \
      -o "-c listen_addresses= -c unix_socket_directories='$1' -c fsync=off " start 3>&-
    trap '"$2/pg_ctl" -D data -m immediate stop; rm -rf "$1"' EXIT
    echo ready >&3
    exec 3>&-
    cat >rest
    """#
}

/// A database of a server.
package struct PostgreSQLDatabase: Sendable {
  package let server: PostgreSQLServer
  package let name: String

  package init(server: PostgreSQLServer, name: String) { (self.server, self.name) = (server, name) }

  /// `psql` on it, which stops at the first error and prints values alone.
  package func psql(_ arguments: String...) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "\(server.binaries)/psql")
    process.arguments =
      ["-h", server.folder, "-U", "assets", "-d", name, "-AtqX", "-v", "ON_ERROR_STOP=1"]
      + arguments
    return process
  }

  /// What is printed for the statements, a line each.
  ///
  /// - Throws: `PostgreSQL.Refusal`, with what was said.
  package func lines(of statements: String) throws -> [Substring] {
    let folder = try TemporaryFolder()
    return try lines(ofFile: folder.write("statements.sql", statements))
  }

  /// What is printed for the statements of a file, a line each.
  ///
  /// - Throws: `PostgreSQL.Refusal`, with what was said.
  package func lines(ofFile path: String) throws -> [Substring] {
    let folder = try TemporaryFolder()
    let process = psql("-f", path)
    let output = Pipe()
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.write("errors", "")))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PostgreSQL.Refusal(
        description: try String(contentsOfFile: folder.file("errors"), encoding: .utf8))
    }
    return String(decoding: printed, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}
