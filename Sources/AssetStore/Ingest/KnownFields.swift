internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Which fields of a type the records of a run have, and what it would cost to take the others for cleared.
struct KnownFields {
  private let type: AssetType
  private let policy: AbsentFields
  /// The fields that no record has had.
  private var unknown: [Int]
  /// By field: how many assets have lost it to records that do not have it.
  private var losses: [Int: Int] = [:]
  /// Nil for a type without tags.
  var tags: KnownTags?

  init(_ type: AssetType, request: IngestRequest) {
    self.type = type
    policy = request.absentFields
    unknown = Array(type.fields.indices)
    tags = type.tagField.map {
      KnownTags($0, policy: request.absentFields, inputs: request.sources.count)
    }
  }

  /// - Parameters:
  ///   - cells: of a record.
  ///   - id: the asset that it is.
  ///   - isTagsAlone: whether it says nothing but the asset's tags, so that it tells nothing of what others list.
  mutating func note(_ cells: ArraySlice<RecordBatch.Cell>, of id: Int64, isTagsAlone: Bool) {
    if !isTagsAlone, !unknown.isEmpty { unknown.removeAll { !cells.isAbsent($0) } }
    tags?.note(cells, of: id, isTagsAlone: isTagsAlone)
  }

  /// Notes what an asset loses if the record takes its place.
  ///
  /// - Parameter row: its id, then its fields.
  mutating func noteLosses(_ row: borrowing Statement, cells: ArraySlice<RecordBatch.Cell>) {
    for field in unknown where cells.isAbsent(field) && !row.isNull(at: field + 1) {
      guard field == tags?.field else {
        losses[field, default: 0] += 1
        continue
      }
      if policy == .cleared { tags?.noteLoss(of: row.integer(at: 0) ?? 0) }
    }
  }

  /// - Throws: `guarded` if assets have lost a field that no record has.
  func requireNoLoss() throws {
    guard policy == .clearedIfKnown else { return }
    var losses = losses.filter { unknown.contains($0.key) }
    if let tags, tags.untold.count > 0 { losses[tags.field] = tags.untold.count }
    let lost = losses.keys.sorted()
    guard let first = lost.first else { return }
    let names = lost.prefix(10).map { "'\(type.fields[$0].name)' of \(losses[$0] ?? 0)" }
    let rest = lost.count > names.count ? " and \(lost.count - names.count) fields more" : ""
    let which = unknown.contains(first) ? "no record has" : "no record of one of the inputs has"
    throw Fault(
      .guarded, what: type.name.description,
      why: "\(which) the field '\(type.fields[first].name)', so that the run would clear "
        + names.joined(separator: ", ") + rest + " assets",
      advice: "an export of this kind may not list it: use --merge to keep what records leave out, "
        + "or --replace to clear it")
  }
}
