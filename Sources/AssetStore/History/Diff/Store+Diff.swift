package import Assets
internal import AssetSQLite

extension Store {
  /// Lends what differs between two states of the store, type by type, in the order of the assets' ids. Costs what it
  /// takes to read the versions between them, not the assets.
  ///
  /// - Parameters:
  ///   - start: the earlier state.
  ///   - end: the later one; nil for now.
  /// - Returns: the runs whose ends were compared.
  /// - Throws: `missing` for a run that isn't there, or whose state is not known any more; `usage` for states in the
  ///   wrong order; what the body throws.
  package func diff(
    from start: RunReference, to end: RunReference? = nil, request: DiffRequest = DiffRequest(),
    body: (AssetDifference) throws -> Void
  ) throws -> (from: Int, to: Int) {
    try request.check()
    return try reading { connection in
      let from = try start.resolve(connection)
      let to =
        try end?.resolve(connection)
        ?? connection.integer("SELECT ifnull(max(id), 0) FROM runs") ?? 0
      guard from <= to else {
        throw Fault(
          .usage, what: "diff", why: "\(start) is after what it is compared with",
          advice: "name the earlier one first")
      }
      try Self.differ(from: from, to: to, request: request, on: connection, body: body)
      return (Int(from), Int(to))
    }
  }

  /// Lends what differs between the ends of two runs.
  static func differ(
    from: Int64, to: Int64, request: DiffRequest, on connection: borrowing Connection,
    body: (AssetDifference) throws -> Void
  ) throws {
    for type in try TypeRegistry.selected(request.query.types, on: connection) {
      try TypeDiff(type, from: from, to: to, request: request, on: connection)
        .run(connection, newStore: connection, body: body)
    }
  }

  /// Lends what this store has otherwise than another one, type by type, in the order of the assets' keys: an asset is
  /// the same in both if it has the same type and key. Reads all assets of both.
  ///
  /// - Parameters:
  ///   - other: what is compared with: an earlier backup, or a store of what should be there.
  ///   - start: which state of the other; nil for now.
  ///   - end: which state of this one; nil for now.
  /// - Throws: `missing` for a type that neither has, or a run that isn't there; what the body throws.
  package func diff(
    from other: Store, at start: RunReference? = nil, to end: RunReference? = nil,
    request: DiffRequest = DiffRequest(), body: (AssetDifference) throws -> Void
  ) throws {
    try request.check()
    let ends = (start, end)
    if other === self {
      return try reading { try Self.diff($0, to: $0, ends: ends, request: request, body: body) }
    }
    try other.reading { old in
      try reading { new in try Self.diff(old, to: new, ends: ends, request: request, body: body) }
    }
  }

  private static func diff(
    _ old: borrowing Connection, to new: borrowing Connection,
    ends: (RunReference?, RunReference?), request: DiffRequest,
    body: (AssetDifference) throws -> Void
  ) throws {
    let runs = (try ends.0?.resolve(old), try ends.1?.resolve(new))
    for pair in try TypePair.all(request.query.types, old: old, new: new) {
      let first = try pair.old.map { try DiffSide($0, at: runs.0, request: request, on: old) }
      let second = try pair.new.map { try DiffSide($0, at: runs.1, request: request, on: new) }
      try StoreDiff(old: first, new: second, request: request).run(old, newStore: new, body: body)
    }
  }
}

/// A type as each of two stores has it, if it has a table of it.
private struct TypePair {
  var old: AssetType?
  var new: AssetType?

  /// Those of a selection, by name.
  ///
  /// - Throws: `missing` for one that neither of them knows.
  static func all(
    _ selection: TypeSelection, old: borrowing Connection, new: borrowing Connection
  ) throws -> [TypePair] {
    var pairs: [String: TypePair] = [:]
    var unknown: (any Error)?
    do {
      for type in try TypeRegistry.selected(selection, on: old) {
        pairs[type.name.description, default: TypePair()].old = type
      }
    } catch let fault as Fault where fault.kind == .missing {
      unknown = fault
    }
    do {
      for type in try TypeRegistry.selected(selection, on: new) {
        pairs[type.name.description, default: TypePair()].new = type
      }
    } catch let fault as Fault where fault.kind == .missing {
      if unknown != nil { throw fault }
    }
    return pairs.sorted { $0.key < $1.key }.map(\.value)
  }
}
