internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The state of a type's assets at the end of a run.
struct PastState {
  let run: Int64
  private let type: AssetType
  /// Nil where no run has changed an asset of the type.
  private let versions: VersionTable?

  init(_ type: AssetType, at run: Int64, on connection: borrowing Connection) throws {
    self.run = run
    self.type = type
    let versions = VersionTable(type)
    self.versions = try versions.exists(connection) ? versions : nil
  }

  /// A table of all assets that there were, called `asset`.
  var source: String { "\(table) AS asset" }

  /// The query that gives it, in parentheses.
  var table: String {
    let now = "SELECT \(columns) FROM \(AssetTable(type).name) WHERE _run <= \(run)"
    return "(" + ([now] + (then.map { [$0] } ?? [])).joined(separator: " UNION ALL ") + ")"
  }

  /// A table of those that are another now, or gone; nil if there are none.
  var versionSource: String? { then.map { "(\($0)) AS asset" } }

  private var then: String? {
    versions.map {
      "SELECT \(columns) FROM \($0.name) WHERE _run <= \(run) AND _until > \(run)"
    }
  }

  private var columns: String {
    (["_id"] + AssetTable(type).columns + ["_run"]).joined(separator: ", ")
  }

  /// Of these assets of a block, those that no later run has changed.
  func unchanged(
    among ids: BlockBits, inBlock block: Int64, on connection: borrowing Connection
  ) throws -> BlockBits {
    var ids = ids
    ids.subtract(
      try RunAssets.bits(.changed, inBlock: block, by: run + 1 ... .max, on: connection))
    return ids
  }
}
