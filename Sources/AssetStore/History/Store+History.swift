internal import AssetIndex
internal import AssetJSON
package import Assets
internal import AssetSQLite

/// What became of an asset in one run.
public struct AssetEvent: Hashable, Sendable {
  /// What a run did to an asset.
  public enum Kind: String, Hashable, Sendable {
    case added, changed, vanished, deleted
    /// The oldest state that is known. What the asset was before is not kept, nor whether it was there.
    case known
  }

  /// The name of the asset's type.
  public let type: String
  /// The number of the run.
  public let run: Int
  /// When the run ended, in RFC 3339, UTC.
  public let time: String
  /// What the run did.
  public let kind: Kind
  /// What changed; of an asset that was added, all that it has.
  public let changes: [FieldChange]
}

extension Store {
  /// What became of the assets that have or had a key, the oldest first, type by type.
  ///
  /// - Throws: `missing` if no asset has ever had it, or no type matches.
  package func history(of key: String, in types: TypeSelection = .all) throws -> [AssetEvent] {
    try reading { connection in
      let events = try TypeRegistry.selected(types, on: connection).flatMap { type in
        try History(type, on: connection).events(of: key, on: connection)
      }
      guard !events.isEmpty else {
        throw Fault(
          .missing, what: "key '\(key)'", why: "no asset has it, and none that is known has had it",
          advice: "find keys with: assetstore query --fields _key")
      }
      return events
    }
  }
}

/// The states of assets of one type.
private struct History {
  private let type: AssetType
  private let states: String
  /// What runs up to this one changed is not known.
  private let first: Int64

  init(_ type: AssetType, on connection: borrowing Connection) throws {
    self.type = type
    first = try connection.integer("SELECT first_state FROM store") ?? 0
    let versions = VersionTable(type)
    let columns = versions.table.columns.joined(separator: ", ")
    let unknown = type.hasTags ? UnknownTags.condition : "0"
    let now = """
      SELECT \(columns), _run, NULL AS _until, NULL AS _end, \(unknown) AS _tags_unknown
      FROM \(versions.table.name) AS asset
      """
    let gone = "SELECT \(columns), _run, _until, _end, _tags_unknown FROM \(versions.name)"
    let all = try versions.exists(connection) ? [gone, now] : [now]
    states =
      all.map { $0 + " WHERE \"_key\" = ?1" }.joined(separator: "\nUNION ALL ")
      + "\nORDER BY _run"
  }

  func events(of key: String, on connection: borrowing Connection) throws -> [AssetEvent] {
    var events: [AssetEvent] = []
    var before: JSONValue?
    var wasUnknown = false
    try connection.forEachRow(states, with: [.text(key)]) { row in
      let column = type.fields.count + 1
      let record = try JSONValue(parsing: row.record(of: type), named: "the asset")
      let run = row.integer(at: column) ?? 0
      let isUnknown = row.integer(at: column + 3) == 1
      var changes = FieldChange.all(from: before, to: record, of: type)
      if before != nil, wasUnknown != isUnknown {
        changes.append(
          FieldChange(
            field: "_tags_known", key: nil, from: .bool(!wasUnknown), to: .bool(!isUnknown)))
      }
      events.append(
        try event(
          run, kind: before != nil ? .changed : run > first ? .added : .known, changes: changes,
          on: connection))
      (before, wasUnknown) = (record, isUnknown)
      guard let until = row.integer(at: column + 1), let end = row.text(at: column + 2),
        let kind = AssetEvent.Kind(rawValue: end), kind != .changed
      else { return }
      events.append(try event(until, kind: kind, changes: [], on: connection))
      before = nil
    }
    return events
  }

  private func event(
    _ run: Int64, kind: AssetEvent.Kind, changes: [FieldChange],
    on connection: borrowing Connection
  ) throws -> AssetEvent {
    let time = try connection.text("SELECT finished_at FROM runs WHERE id = ?", with: .integer(run))
    return AssetEvent(
      type: type.name.description, run: Int(run), time: time ?? "", kind: kind, changes: changes)
  }
}
