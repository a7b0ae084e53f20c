import Foundation

/// A PostgreSQL 15 of this machine, started for one script in a folder of its own: no network, no trace left.
package enum PostgreSQL {
  private static let binaries =
    ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin"]
    .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }

  package static var isInstalled: Bool { binaries != nil }

  /// A statement that the server did not take.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  /// What `psql` prints for the statements, a line each; nil where no server can be started.
  ///
  /// - Throws: `Refusal`.
  package static func lines(of statements: String) throws -> [Substring]? {
    guard let binaries else { return nil }
    let folder = try TemporaryFolder()
    let script = try folder.write("run.sh", script)
    _ = try folder.write("statements.sql", statements)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script, folder.path, binaries]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 3 {
      let log = try String(contentsOfFile: folder.file("log"), encoding: .utf8)
      throw Refusal(description: log.split(separator: "\n").suffix(4).joined(separator: "\n"))
    }
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: printed, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
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
    trap '"$2/pg_ctl" -D data -m immediate stop' EXIT
    "$2/pg_ctl" -D data -w -l server.log \
      -o "-c listen_addresses= -c unix_socket_directories='$1' -c fsync=off" start
    "$2/psql" -h "$1" -U assets -d postgres -AtqX -v ON_ERROR_STOP=1 -f statements.sql >&3
    """#
}
