internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// What a server knows of the copy that it holds, and what a script asks of it before it changes anything.
struct PostgreSQLCopyState {
  /// When the store was made, which tells it from others.
  private let store: String
  private let selection: String
  let run: Int64
  /// When the run ended, which tells it from one of the same number in a store that was restored.
  private let finishedAt: String
  private(set) var since: (run: Int64, finishedAt: String)?

  init(_ request: PostgreSQLRequest, on connection: borrowing Connection) throws {
    store = try connection.text("SELECT created_at FROM store") ?? ""
    selection = request.selection
    run = try connection.integer("SELECT ifnull(max(id), 0) FROM runs") ?? 0
    finishedAt = try Self.end(of: run, on: connection)
    if let since = try request.since?.resolve(connection) {
      self.since = (since, try Self.end(of: since, on: connection))
    }
  }

  private static func end(of run: Int64, on connection: borrowing Connection) throws -> String {
    try connection.text("SELECT finished_at FROM runs WHERE id = ?", with: .integer(run)) ?? ""
  }

  static let definition = [
    """
    CREATE TABLE IF NOT EXISTS public.assetstore_copy(
      one integer PRIMARY KEY CHECK (one = 1),
      store text NOT NULL,
      selection text NOT NULL,
      run bigint NOT NULL,
      finished_at text NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS public.assetstore_tables(
      name text PRIMARY KEY,
      columns text NOT NULL,
      tags_view text
    )
    """,
  ]

  /// What the bodies of the checks read, in which no text of the store may stand.
  var settings: [String] {
    let values = [
      ("store", store), ("selection", selection), ("run", "\(run)"), ("finished_at", finishedAt),
      ("since", "\(since?.run ?? run)"), ("since_finished_at", since?.finishedAt ?? finishedAt),
    ]
    return values.map { "SET LOCAL assetstore.\($0) = \(PostgreSQLSpelling.literal($1))" }
  }

  /// Keeps which tables the copy has.
  static let keepTables = [
    "DELETE FROM public.assetstore_tables",
    "INSERT INTO public.assetstore_tables SELECT * FROM assetstore_now",
  ]

  /// Keeps where the copy is now.
  static let keepRun = [
    "DELETE FROM public.assetstore_copy",
    """
    INSERT INTO public.assetstore_copy
    SELECT 1, current_setting('assetstore.store'), current_setting('assetstore.selection'),
      current_setting('assetstore.run')::bigint, current_setting('assetstore.finished_at')
    """,
  ]

  /// The tables that the copy has, for the checks and to be kept.
  static let tables = """
    CREATE TEMP TABLE assetstore_now(name text, columns text, tags_view text) ON COMMIT DROP
    """
}
