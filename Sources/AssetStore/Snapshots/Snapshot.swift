internal import AssetIndex
internal import AssetJSON
internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// An asset that a snapshot did not have.
package struct VanishedAsset: Hashable, Sendable {
  package let type: String
  package let key: String
}

/// The end of a run that says: this is all there is.
struct Snapshot {
  let request: SnapshotRequest
  let run: Int64

  /// Makes tombstones of the assets in the run's scopes that it did not see.
  ///
  /// - Parameters:
  ///   - found: the scopes of the run's records.
  ///   - new: the assets that were not there before.
  /// - Throws: `guarded` if too much would vanish; `input` if nothing says what the run is complete for.
  func finish(
    _ found: Set<Scope>, seen: IDSet, new: IDSet, on connection: borrowing Connection
  ) throws -> [VanishedAsset] {
    let scopes = request.scopes.isEmpty ? Array(found) : request.scopes
    guard !scopes.isEmpty else {
      throw Fault(
        .input, what: "the snapshot", why: "it has no record that says what it is complete for",
        advice: "say so with --scope type=aws.ec2_instance,account=123456789012")
    }
    let sorted = scopes.sorted { $0.description < $1.description }
    try connection.run(
      "UPDATE runs SET scopes = ? WHERE id = ?",
      with: .text(JSONValue.array(sorted.map(\.json)).text),
      .integer(run))
    var missing: [(type: AssetType, ids: IDSet)] = []
    for scope in sorted {
      for type in try types(of: scope, on: connection) {
        let ids = try self.missing(in: scope, of: type, seen: seen, new: new, on: connection)
        if let index = missing.firstIndex(where: { $0.type.name == type.name }) {
          missing[index].ids.formUnion(ids)
        } else {
          missing.append((type, ids))
        }
      }
    }
    try requireFew(missing.reduce(0) { $0 + $1.ids.count })
    return try missing.flatMap { type, ids in
      try Tombstones(type, end: .vanished, by: run).make(of: ids, on: connection)
        .map { VanishedAsset(type: type.name.description, key: $0) }
    }
  }

  private func types(
    of scope: Scope, on connection: borrowing Connection
  ) throws -> [AssetType] {
    guard !request.scopes.isEmpty else {
      return try TypeRegistry.withTables(connection, matching: scope.type)
    }
    let types = try TypeRegistry.requireWithTables(scope.type, on: connection)
    let fitting = types.filter(scope.fits)
    // All of a type would be in it, whatever the account or the region.
    if fitting.isEmpty, let type = types.first {
      throw Fault(
        .usage, what: "--scope \(scope)", why: "\(type.name) has no field for all that it names",
        advice: "leave out what it has not; see: assetstore types show \(type.name)")
    }
    return fitting
  }

  private func requireFew(_ count: Int) throws {
    guard let allowed = request.allowedDeletes, count > allowed else { return }
    throw Fault(
      .guarded, what: "the snapshot",
      why: "\(count) assets are not in it, and --allow-deletes says \(allowed)",
      advice: "check that the exports are whole")
  }
}

extension Snapshot {
  private func missing(
    in scope: Scope, of type: AssetType, seen: IDSet, new: IDSet,
    on connection: borrowing Connection
  ) throws -> IDSet {
    let parts = [
      type.accountField.flatMap { scope.account.expression($0) },
      type.regionField.flatMap { scope.region.expression($0) },
    ]
    let select = try TypeSelect(
      type: type, cells: [], order: [],
      expression: ExpressionChecker(type).check(.all(parts.compactMap { $0 })),
      tagsAreKnown: nil)
    let matches = try TypeMatches(select, on: connection)
    var (missing, before) = (IDSet(), 0)
    try matches.possible.forEachBlock(on: connection) { block, candidates in
      var bits = try matches.matches(block, among: candidates, on: connection)
      if let new = new.blocks[block] { bits.subtract(new) }
      before += bits.count
      if let seen = seen.blocks[block] { bits.subtract(seen) }
      missing.formUnion(IDSet(block, bits: bits))
      return true
    }
    guard request.allowedDeletes == nil, missing.count * 5 > before else { return missing }
    throw Fault(
      .guarded, what: "\(scope)",
      why: "\(missing.count) of its \(before) assets are not in the snapshot, more than a fifth",
      advice: "check that the export is whole and of the right account; if they are gone, "
        + "use --allow-deletes \(missing.count)")
  }
}

extension Scope.Part {
  /// Nil if all assets belong to it.
  fileprivate func expression(_ field: String) -> Expression? {
    switch self {
    case .any: nil
    case .missing: .isNull(.field(field))
    case .value(let value): Operand.field(field).equals(Operand(value))
    }
  }
}
