internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Counts the assets of a type by account and region, and which run saw them last.
struct ScopeCount {
  private final class Group {
    private(set) var assets = 0
    private var last: (run: Int64, count: Int) = (0, 0)
    private var counts: [Int64: Int] = [:]

    /// Counts an asset by the run that saw it last; 0 for none.
    func add(_ run: Int64) {
      assets += 1
      if run != last.run {
        counts[last.run, default: 0] += last.count
        last = (run, 0)
      }
      last.count += 1
    }

    /// How many assets each run was the last to see.
    var runs: [Int64: Int] { counts.merging([last.run: last.count], uniquingKeysWith: +) }
  }

  private struct Place: Hashable {
    let account: Int
    let region: Int
  }

  private let type: AssetType
  private let wanted: Set<ExactText>
  private var accounts: BlockLabels
  private var regions: BlockLabels
  private var groups: [Place: Group] = [:]

  /// - Parameter wanted: the accounts; all if it is empty.
  init(_ type: AssetType, wanted: [String], on connection: borrowing Connection) throws {
    self.type = type
    self.wanted = Set(wanted.map(\.exactly))
    accounts = try BlockLabels(type.accountField, of: type, on: connection)
    regions = try BlockLabels(type.regionField, of: type, on: connection)
  }

  mutating func coverage(
    _ snapshots: SnapshotRecord, on connection: borrowing Connection
  ) throws -> [ScopeCoverage] {
    var resolution = try TermResolution(type, on: connection)
    let all = try resolution.set(.all, bound: .certain, on: connection)
    try all.forEachBlock(on: connection) { block, bits in
      try count(block, bits: bits, on: connection)
      return true
    }
    return try (counted(snapshots, on: connection) + empty(snapshots)).sorted {
      Self.order($0).lexicographicallyPrecedes(Self.order($1))
    }
  }

  private mutating func count(
    _ block: Int64, bits: BlockBits, on connection: borrowing Connection
  ) throws {
    let account = try accounts.numbers(inBlock: block, on: connection)
    let region = try regions.numbers(inBlock: block, on: connection)
    let runs = try LastSeen.runs(of: bits, inBlock: block, on: connection)
    let width = regions.texts.count + 1
    var found: [Int: Group] = [:]
    var last: (place: Int, group: Group)?
    for id in bits.ids {
      let (account, region) = (account[Int(id)], region[Int(id)])
      let place = account * width + region
      let group: Group
      if let last, last.place == place {
        group = last.group
      } else {
        group = found[place] ?? self.group(Place(account: account, region: region))
        found[place] = group
        last = (place, group)
      }
      group.add(runs[Int(id)])
    }
  }

  private mutating func group(_ place: Place) -> Group {
    let group = groups[place] ?? Group()
    groups[place] = group
    return group
  }

  private func counted(
    _ snapshots: SnapshotRecord, on connection: borrowing Connection
  ) throws -> [ScopeCoverage] {
    try groups.compactMap { place, group in
      let (account, region) = (accounts.text(of: place.account), regions.text(of: place.region))
      guard isWanted(account) else { return nil }
      let whole = snapshots.last(
        type, account: type.accountField == nil ? .any : account.map(Scope.Part.value) ?? .missing,
        region: type.regionField == nil ? .any : region.map(Scope.Part.value) ?? .missing)
      let runs = group.runs.filter { $0.value > 0 }
      let last = runs.keys.max().flatMap { $0 > 0 ? $0 : nil }
      let notSeen = (whole.map { Int64($0.run) } ?? last).map { since in
        runs.reduce(0) { $0 + ($1.key < since ? $1.value : 0) }
      }
      return ScopeCoverage(
        type: type.name.description, account: account, region: region, assets: group.assets,
        lastSeen: try last.map { try RunTime($0, on: connection) }, lastWhole: whole,
        notSeen: notSeen)
    }
  }

  /// The accounts and regions that snapshots were complete for, and that have no assets.
  private func empty(_ snapshots: SnapshotRecord) -> [ScopeCoverage] {
    let named = snapshots.named(type)
    let hasRegions = Set(named.filter { $0.region != .any }.map(\.account))
    return named.compactMap { scope in
      guard case .value(let account) = scope.account, isWanted(account) else { return nil }
      let region: String? = if case .value(let name) = scope.region { name } else { nil }
      let isToldByRegion = scope.region == .any && hasRegions.contains(scope.account)
      guard !isToldByRegion, !hasAssets(account, region: region) else { return nil }
      return ScopeCoverage(
        type: type.name.description, account: account, region: region, assets: 0, lastSeen: nil,
        lastWhole: snapshots.last(type, account: scope.account, region: scope.region), notSeen: 0)
    }
  }

  private func hasAssets(_ account: String, region: String?) -> Bool {
    groups.keys.contains { place in
      accounts.text(of: place.account)?.exactly == account.exactly
        && (region == nil || regions.text(of: place.region)?.exactly == region?.exactly)
    }
  }

  private func isWanted(_ account: String?) -> Bool {
    wanted.isEmpty || account.map { wanted.contains($0.exactly) } ?? false
  }

  private static func order(_ coverage: ScopeCoverage) -> [UInt8] {
    // No text has such a byte.
    [coverage.account, coverage.region].flatMap { Array(($0 ?? "").utf8) + [0xFF] }
  }
}

extension RunTime {
  init(_ run: Int64, on connection: borrowing Connection) throws {
    let time = try connection.text("SELECT finished_at FROM runs WHERE id = ?", with: .integer(run))
    self.init(run: Int(run), time: time ?? "")
  }
}
