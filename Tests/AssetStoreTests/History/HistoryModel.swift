import Assets

/// A store as full copies: all that there was at the end of each run.
struct HistoryModel {
  /// The members of a record but for its key; those of a map are named `tags.k`.
  typealias Record = [String: String]

  struct AssetName: Hashable, Comparable {
    let type: String
    let key: String

    static func < (one: AssetName, other: AssetName) -> Bool {
      (one.type, one.key) < (other.type, other.key)
    }
  }

  typealias State = [AssetName: Record]

  enum Kind { case ingest, snapshot, delete, undo }

  struct Run {
    let kind: Kind
    let state: State
    /// The assets of its records.
    var seen: Set<AssetName> = []
  }

  /// By number; the first stands for the time before the first run.
  private(set) var runs = [Run(kind: .ingest, state: [:])]
  /// The first whose end is still known.
  var firstState = 0

  var now: State { runs[runs.count - 1].state }

  mutating func add(_ kind: Kind, _ state: State, seen: Set<AssetName> = []) {
    runs.append(Run(kind: kind, state: state, seen: seen))
  }

  /// The assets that a run made, changed or took away.
  func changed(by run: Int) -> Set<AssetName> {
    let (old, new) = (runs[run - 1].state, runs[run].state)
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }

  /// The state after an undo; nil if a later run changed one of the same assets.
  func undone(_ run: Int) -> State? {
    let changed = changed(by: run)
    let later = (run + 1..<runs.count).map { self.changed(by: $0) }
    guard later.allSatisfy({ $0.isDisjoint(with: changed) }) else { return nil }
    var state = now
    for name in changed { state[name] = runs[run - 1].state[name] }
    return state
  }

  mutating func addUndo(of run: Int, _ state: State) {
    runs[run].seen = []
    add(.undo, state)
  }

  /// The run that saw an asset last, up to one; 0 if none did.
  func lastSeen(_ name: AssetName, upTo run: Int) -> Int {
    (1...run).last { runs[$0].seen.contains(name) } ?? 0
  }

  /// What became of an asset, as `run kind` and its changes.
  func history(of name: AssetName) -> [[String]] {
    var events: [[String]] = []
    for run in 1..<runs.count {
      let (old, new) = (runs[run - 1].state[name], runs[run].state[name])
      guard old != new else { continue }
      let kind =
        old == nil
        ? "added"
        : new != nil ? "changed" : runs[run].kind == .snapshot ? "vanished" : "deleted"
      events.append(["\(run) \(kind)"] + (new.map { Self.changes(old ?? [:], $0) } ?? []))
    }
    return events
  }

  /// Member by member, in no order that matters.
  static func changes(_ old: Record, _ new: Record) -> [String] {
    Set(old.keys).union(new.keys).sorted().compactMap { name in
      old[name] == new[name] ? nil : "\(name) \(old[name] ?? "-") \(new[name] ?? "-")"
    }
  }
}
