internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// What a run tells of the tags of one type's assets: in inputs that list tags, and in records of nothing but tags.
struct KnownTags {
  /// The field that holds them.
  let field: Int
  private let policy: AbsentFields
  private let hasSeveralInputs: Bool
  /// Whether a record of the input that is read now has tags.
  private var isListed = false
  /// The assets of that input, where there are several inputs.
  private var ofInput = IDSet()
  /// The assets that keep their tags until it is known whether their input lists tags.
  private var waiting = IDSet()
  /// The assets whose tags were told.
  private(set) var told = IDSet()
  /// Those of them whose tags came in a record of nothing else.
  private(set) var toldAlone = IDSet()
  /// The assets that have lost their tags, or would, to records of inputs that list none.
  private(set) var untold = IDSet()

  init(_ field: Int, policy: AbsentFields, inputs: Int) {
    self.field = field
    self.policy = policy
    hasSeveralInputs = inputs > 1
  }

  mutating func note(_ cells: ArraySlice<RecordBatch.Cell>, of id: Int64, isTagsAlone: Bool) {
    if hasSeveralInputs { _ = ofInput.insert(id) }
    guard !cells.isAbsent(field) else { return }
    if isTagsAlone { _ = toldAlone.insert(id) }
    if isTagsAlone || policy == .kept {
      _ = told.insert(id)
      waiting.remove(id)
      untold.remove(id)
    } else {
      isListed = true
    }
  }

  /// Whether an asset keeps its tags although the record that takes its place has none: another record of the run has
  /// told them, or the input may not list them.
  ///
  /// - Parameter row: the asset: its id, then its fields.
  mutating func keeps(_ cells: ArraySlice<RecordBatch.Cell>, row: borrowing Statement) -> Bool {
    guard policy == .clearedIfKnown, cells.isAbsent(field), !row.isNull(at: field + 1) else {
      return false
    }
    let id = row.integer(at: 0) ?? 0
    if toldAlone.contains(id) { return true }
    guard !isListed else { return false }
    _ = waiting.insert(id)
    return true
  }

  /// Notes that an asset has lost its tags.
  mutating func noteLoss(of id: Int64) { _ = untold.insert(id) }

  /// Whether a record without tags says that there are none.
  func isListed(for id: Int64) -> Bool { policy != .clearedIfKnown || told.contains(id) }

  /// - Parameter seen: the assets of the run.
  /// - Returns: those that have no tags after all: their input does list tags.
  mutating func endInput(_ seen: IDSet) -> IDSet {
    defer { (isListed, waiting, ofInput) = (false, IDSet(), IDSet()) }
    guard isListed else {
      waiting.subtract(told)
      untold.formUnion(waiting)
      return IDSet()
    }
    told.formUnion(hasSeveralInputs ? ofInput : seen)
    untold.subtract(told)
    return waiting
  }

  /// Gives an asset, of which several rows came in a load, its id.
  mutating func move(_ ids: [Int64], to first: Int64) {
    if ids.contains(where: told.contains) { _ = told.insert(first) }
  }
}

extension ArraySlice<RecordBatch.Cell> {
  /// Whether the record does not have the field.
  func isAbsent(_ field: Int) -> Bool {
    if case .absent = self[startIndex + field] { true } else { false }
  }
}
