package import AssetExports
package import Assets

/// What a run did.
public struct IngestReport: Sendable {
  /// How many assets a run, or one of its files, did what with.
  public struct Counts: Hashable, Sendable {
    /// Assets that are new.
    public var inserted = 0
    /// Assets that were there and have changed.
    public var updated = 0
    /// Records that say what the store holds.
    public var unchanged = 0
    /// Assets that went away.
    public var deleted = 0
    /// Records that were refused.
    public var rejected = 0

    package init() {}

    /// Of a run that reads nothing.
    init(updated: Int = 0, deleted: Int) {
      self.updated = updated
      self.deleted = deleted
    }

    mutating func add(_ other: Counts) {
      inserted += other.inserted
      updated += other.updated
      unchanged += other.unchanged
      deleted += other.deleted
      rejected += other.rejected
    }
  }

  /// One input of the run.
  package struct Input: Sendable {
    /// As it was given; `-` for standard input.
    package let path: String
    /// What its reader says of it.
    package let summary: RecordReader.Summary
    /// What came of its records.
    package internal(set) var counts: Counts
  }

  /// Nil if nothing was to be kept.
  public let run: Int?
  /// The earlier run that was asked the same of the same files, if the store is what that one left: the records were
  /// not read again, since each would be found unchanged.
  package let sameAs: Int?
  /// Of all inputs.
  public internal(set) var counts = Counts()
  /// By type, in the order that their records came.
  package internal(set) var types: [(name: TypeName, counts: Counts)] = []
  /// The types that were made of records whose kind no type was known for.
  package internal(set) var newTypes: [TypeName] = []
  /// Whether an input says that there is more than it holds.
  public internal(set) var isPartial = false
  /// In the order they were given.
  package internal(set) var inputs: [Input] = []
  /// How many records had a member that is no field of the type, by the member's name. They are kept in `_extra`.
  public internal(set) var extraFields: [String: Int] = [:]
  /// How many records of other types the inputs had, by what the inputs call them. They were skipped.
  public internal(set) var skipped: [String: Int] = [:]
  /// How many values are kept as digests only, by what was asked for.
  package internal(set) var redacted: [String: Int] = [:]
  /// The assets that a snapshot did not have, type by type.
  package internal(set) var vanished: [VanishedAsset] = []
  /// The file that holds the records that were refused; nil if none was.
  package internal(set) var rejectsPath: String?
  /// Of all inputs.
  package internal(set) var warnings = Warnings()

  init(run: Int?, sameAs: Int? = nil) {
    self.run = run
    self.sameAs = sameAs
  }

  /// Adds to the counts of each input what has turned out of a type's records when all were read.
  mutating func correct(_ corrections: [Counts], of type: TypeName) {
    for (index, correction) in corrections.enumerated() {
      inputs[index].counts.add(correction)
      counts.add(correction)
      guard let place = types.firstIndex(where: { $0.name == type }) else { continue }
      types[place].counts.add(correction)
    }
  }

  /// Counts assets that a snapshot did not have.
  mutating func add(vanished: [VanishedAsset]) throws {
    self.vanished = vanished
    counts.deleted += vanished.count
    for (type, assets) in Dictionary(grouping: vanished, by: \.type).sorted(by: { $0.key < $1.key })
    {
      let place = types.firstIndex { $0.name.description == type } ?? types.endIndex
      // A scope may be of a type that has no record any more.
      if place == types.endIndex { types.append((try TypeName(type), Counts())) }
      types[place].counts.deleted += assets.count
    }
  }

  /// - Parameters:
  ///   - counts: what came of the records of each type.
  ///   - isOnly: whether the run has no other input, so that its warnings need not name it.
  mutating func add(
    _ path: String, summary: RecordReader.Summary, counts: [(type: TypeName, counts: Counts)],
    writersWarnings: Warnings, isOnly: Bool
  ) {
    var total = Counts()
    for (type, counts) in counts {
      total.add(counts)
      if let place = types.firstIndex(where: { $0.name == type }) {
        types[place].counts.add(counts)
      } else {
        types.append((type, counts))
      }
    }
    total.rejected = summary.rejected
    self.counts.add(total)
    inputs.append(Input(path: path, summary: summary, counts: total))
    isPartial = isPartial || summary.isPartial
    extraFields.merge(summary.extraFields, uniquingKeysWith: +)
    skipped.merge(summary.skipped, uniquingKeysWith: +)
    redacted.merge(summary.redacted, uniquingKeysWith: +)
    let name = isOnly ? nil : path
    warnings.merge(summary.warnings, of: name)
    warnings.merge(writersWarnings, of: name)
  }
}
