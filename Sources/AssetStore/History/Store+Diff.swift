internal import AssetIndex
internal import AssetJSON
internal import AssetLanguage
package import Assets
internal import AssetSQLite

/// What is another in one state of the store than in another.
public struct AssetDifference: Hashable, Sendable {
  /// How it differs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// Whether it was added, removed or changed.
  public let kind: Kind
  /// The name of the asset's type.
  public let type: String
  /// What identifies the asset within its type.
  public let key: String
  /// Of an asset that changed.
  public let changes: [FieldChange]
}

/// Two states of the store to be compared.
package struct DiffRequest: Sendable {
  package var from: RunReference
  /// Nil for now.
  package var to: RunReference?
  /// Which assets: those of which it is true in one state or the other.
  package var query = Query()
  /// Only changes of these fields count; all for nil.
  package var fields: [FieldPath]?
  /// Changes of these do not.
  package var ignored: [FieldPath] = []

  package init(from: RunReference, to: RunReference? = nil) {
    self.from = from
    self.to = to
  }
}

extension Store {
  /// Lends what differs between two states, type by type, in the order of the assets' ids. Costs what it takes to read
  /// the versions between them, not the assets.
  ///
  /// - Returns: the runs whose ends were compared.
  package func diff(
    _ request: DiffRequest, _ body: (AssetDifference) throws -> Void
  ) throws -> (from: Int, to: Int) {
    try reading { connection in
      let from = try request.from.resolve(connection)
      let to =
        try request.to?.resolve(connection)
        ?? connection.integer("SELECT ifnull(max(id), 0) FROM runs") ?? 0
      guard from <= to else {
        throw Fault(
          .usage, "diff", why: "\(request.from) is after what it is compared with",
          advice: "name the earlier one first")
      }
      for type in try TypeRegistry.selected(request.query.types, connection) {
        let diff = try TypeDiff(type, from, to, request, connection)
        try diff.run(connection, body)
      }
      return (Int(from), Int(to))
    }
  }
}

/// The differences between the assets of one type.
private struct TypeDiff {
  private let type: AssetType
  private let request: DiffRequest
  /// The states at both ends, by id: what is in neither is the same in both.
  private let old: SQLFragment
  private let new: SQLFragment

  init(
    _ type: AssetType, _ from: Int64, _ to: Int64, _ request: DiffRequest,
    _ connection: borrowing Connection
  ) throws {
    self.type = type
    self.request = request
    if request.query.expression.isComputed { try SQLFunctions.define(on: connection) }
    let checker =
      if case .one = request.query.types { ExpressionChecker(type) } else {
        ExpressionChecker(acrossTypes: type)
      }
    let condition = try Condition(type: type).compile(checker.check(request.query.expression))
    let versions = VersionTable(type)
    let hasVersions = try versions.exists(connection)
    let select = { (source: String) in
      SQLFragment(
        "SELECT \(versions.table.columns.map { "asset." + $0 }.joined(separator: ", ")), "
          + "asset._id, asset._run, (") + condition + SQLFragment(") AS fits FROM \(source) WHERE ")
    }
    let version = { (run: Int64) in
      hasVersions
        ? [
          select("\(versions.name) AS asset")
            + SQLFragment("asset._run <= ? AND asset._until > ?", [.integer(run), .integer(run)])
        ] : []
    }
    let changed =
      from < to ? try RunAssets.ids(.changed, by: from + 1...to, connection).ids : []
    let now =
      select("\(versions.table.name) AS asset")
      + SQLFragment(
        "asset._run BETWEEN ? AND ? AND asset._id IN (SELECT value FROM json_each(?))",
        [
          .integer(from + 1), .integer(to),
          .text("[" + changed.map(String.init).joined(separator: ",") + "]"),
        ])
    let byID = SQLFragment("\nORDER BY \(versions.table.columns.count + 1)")
    let nothing = [select("\(versions.table.name) AS asset") + SQLFragment("0")]
    old = (hasVersions ? version(from) : nothing).joined("\nUNION ALL ") + byID
    new = ([now] + version(to)).joined("\nUNION ALL ") + byID
  }

  func run(
    _ connection: borrowing Connection, _ body: (AssetDifference) throws -> Void
  ) throws {
    try connection.withStatement(old.text) { old in
      try connection.withStatement(new.text) { new in
        try old.bind(self.old.values)
        try new.bind(self.new.values)
        var (hasOld, hasNew) = (try old.step(), try new.step())
        while hasOld || hasNew {
          let order = hasOld && hasNew ? id(old) - id(new) : hasOld ? -1 : 1
          let difference =
            order < 0
            ? try difference(.removed, old)
            : order > 0
              ? try difference(.added, new) : try difference(old, new)
          if let difference { try body(difference) }
          if order <= 0 { hasOld = try old.step() }
          if order >= 0 { hasNew = try new.step() }
        }
      }
    }
  }

  private func id(_ row: borrowing Statement) -> Int64 {
    row.integer(at: type.fields.count + 1) ?? 0
  }

  private func fits(_ row: borrowing Statement) -> Bool {
    row.integer(at: type.fields.count + 3) == 1
  }

  private func difference(
    _ kind: AssetDifference.Kind, _ row: borrowing Statement
  ) throws -> AssetDifference? {
    guard fits(row) else { return nil }
    return AssetDifference(
      kind: kind, type: type.name.description, key: row.text(at: 0) ?? "", changes: [])
  }

  private func difference(
    _ old: borrowing Statement, _ new: borrowing Statement
  ) throws -> AssetDifference? {
    let run = type.fields.count + 2
    guard old.integer(at: run) != new.integer(at: run), fits(old) || fits(new) else { return nil }
    let records = (
      try JSONValue(parsing: old.record(of: type), named: "the asset"),
      try JSONValue(parsing: new.record(of: type), named: "the asset")
    )
    let changes = FieldChange.all(from: records.0, to: records.1, of: type).filter(counts)
    guard !changes.isEmpty else { return nil }
    return AssetDifference(
      kind: .changed, type: type.name.description, key: new.text(at: 0) ?? "", changes: changes)
  }

  private func counts(_ change: FieldChange) -> Bool {
    let isAmong = { (paths: [FieldPath]) in
      paths.contains { path in
        path.field == change.field
          && (path.key == nil || path.key?.exactly == change.key?.exactly)
      }
    }
    return request.fields.map(isAmong) ?? true && !isAmong(request.ignored)
  }
}
