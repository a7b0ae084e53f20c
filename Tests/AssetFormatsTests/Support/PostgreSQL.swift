import AssetFormats
import Testing

/// A PostgreSQL 15 of this machine, started for one script in a folder of its own: no network, no trace left.
enum PostgreSQL {
  private static let binaries =
    ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin"]
    .first { (try? FileSystem.status("\($0)/initdb")) != nil }

  static var isInstalled: Bool { binaries != nil }

  /// What `psql` prints for the statements, a line each.
  ///
  /// Cancels the test, which then counts as skipped, where no server can be started.
  static func lines(of statements: String) throws -> [Substring] {
    let folder = try TestFolder()
    let script = try folder.write(Array(script.utf8), to: "run.sh")
    _ = try folder.write(Array(statements.utf8), to: "statements.sql")
    guard let binaries,
      let (output, status) = TestFolder.run("sh '\(script)' '\(folder.path)' '\(binaries)'"),
      status == 0
    else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    return String(decoding: output, as: UTF8.self)
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
