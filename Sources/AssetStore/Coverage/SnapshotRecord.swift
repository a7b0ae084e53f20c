internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What snapshots said that they are complete for.
struct SnapshotRecord {
  /// The last one of each scope.
  private var scopes: [Scope: RunTime] = [:]
  /// Those whose type is a pattern.
  private var patterns: [Scope] = []

  init(_ connection: borrowing Connection) throws {
    try connection.forEachRow(
      "SELECT id, finished_at, scopes FROM runs WHERE scopes IS NOT NULL ORDER BY id"
    ) { row in
      let time = RunTime(run: row.count(at: 0), time: row.text(at: 1) ?? "")
      let json = try JSONValue(parsing: (row.text(at: 2) ?? "").utf8, named: "the run's scopes")
      guard case .array(let said) = json else { return }
      for scope in said.compactMap(Scope.init(json:)) { scopes[scope] = time }
    }
    patterns = scopes.keys.filter { $0.type.utf8.contains(UInt8(ascii: "*")) }
  }

  /// The last snapshot that was complete for such assets.
  func last(_ type: AssetType, account: Scope.Part, region: Scope.Part) -> RunTime? {
    let name = type.name.description
    let accounts: Set = [account, .any]
    let regions: Set = [region, .any]
    let exact = accounts.flatMap { account in
      regions.compactMap { scopes[Scope(type: name, account: account, region: $0)] }
    }
    let matching = patterns.filter {
      $0.includes(name) && accounts.contains($0.account) && regions.contains($0.region)
    }
    return (exact + matching.compactMap { scopes[$0] }).max { $0.run < $1.run }
  }

  /// The scopes that name the type itself.
  func named(_ type: AssetType) -> [Scope] {
    scopes.keys.filter { $0.type == type.name.description }
  }
}

extension Scope {
  /// Nil for what no run writes.
  fileprivate init?(json: JSONValue) {
    guard let type = json["type"]?.string else { return nil }
    let part = { (name: String) -> Part in
      json[name].map { $0.string.map(Part.value) ?? .missing } ?? .any
    }
    self.init(type: type, account: part("account"), region: part("region"))
  }
}
