internal import AssetExports
internal import AssetFiles
internal import AssetJSON
internal import AssetMigrations
internal import Assets
internal import AssetSQLite

/// What a backup says of itself.
struct Manifest {
  let createdAt: String
  let schemaVersion: Int
  let runs: Int
  let digest: ContentDigest

  /// Describes what the connection's file holds now.
  ///
  /// - Parameter digest: what that comes to.
  init(describing connection: borrowing Connection, digest: ContentDigest) throws {
    createdAt = Clock.now()
    schemaVersion = Int(try connection.integer("PRAGMA user_version") ?? 0)
    runs = Int(try connection.integer("SELECT count(*) FROM runs") ?? 0)
    self.digest = digest
  }

  /// What the manifest table says; nil in a store at work.
  ///
  /// - Throws: `damaged` if it is not what was written.
  static func read(_ connection: borrowing Connection) throws -> JSONValue? {
    guard let text = try connection.text("SELECT content FROM manifest") else { return nil }
    guard try connection.text("SELECT sha256 FROM manifest") == digest(of: text) else {
      throw Fault(.damaged, what: "the manifest", why: "it is not what was written")
    }
    return try JSONValue(parsing: text.utf8, named: "the manifest")
  }

  func write(_ connection: borrowing Connection) throws {
    let text = json.text
    try Self.remove(connection)
    try connection.run(
      "INSERT INTO manifest VALUES (1, ?, ?)", with: .text(text), .text(Self.digest(of: text)))
  }

  /// Whether the connection's file has this manifest.
  func isWhole(_ connection: borrowing Connection) throws -> Bool {
    try connection.text("PRAGMA integrity_check(manifest)") == "ok"
      && (try? Self.read(connection))?.text == json.text
  }

  /// What is wrong with a file that has to be a backup and has none.
  static let isMissing =
    "it has none, so it is no backup; a store at work is verified with --store"

  /// Whether the file is a backup.
  static func isThere(_ connection: borrowing Connection) throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM manifest)") == 1
  }

  /// - Throws: `guarded` for a backup: it would not be what was backed up any more.
  static func requireNone(_ connection: borrowing Connection, at path: String) throws {
    guard try isThere(connection) else { return }
    throw Fault(
      .guarded, what: path, why: "it is a backup, and a backup is not written to",
      advice: "make a store of it with: assetstore restore \(path) --store FILE")
  }

  /// Makes a store at work of a backup.
  static func remove(_ connection: borrowing Connection) throws {
    try connection.execute("DELETE FROM manifest")
  }

  private static func digest(of text: String) -> String {
    SHA256.hexDigest(of: Array(text.utf8).span)
  }

  private var json: JSONValue {
    let types = digest.counts.sorted { $0.key < $1.key }
      .map { ["name": .string($0.key), "assets": JSONValue($0.value)] as JSONValue }
    return [
      "format": JSONValue(1), "created_at": .string(createdAt),
      "schema": JSONValue(schemaVersion), "runs": JSONValue(runs),
      "assets": JSONValue(digest.assets),
      "types": .array(types), "content_digest": .string(digest.content),
      "store_digest": .string(digest.store),
    ]
  }
}
