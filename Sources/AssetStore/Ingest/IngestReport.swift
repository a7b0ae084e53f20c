package import AssetExports

/// What a run did.
package struct IngestReport: Sendable {
  /// How many assets a run, or one of its files, did what with.
  package struct Counts: Hashable, Sendable {
    /// Assets that are new.
    package var inserted = 0
    /// Assets that were there and have changed.
    package var updated = 0
    /// Records that say what the store holds.
    package var unchanged = 0
    /// Assets that went away.
    package var deleted = 0
    /// Records that were refused.
    package var rejected = 0

    package init() {}

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
    package let counts: Counts
  }

  /// Nil if nothing was to be kept.
  package let run: Int?
  /// Of all inputs.
  package internal(set) var counts = Counts()
  /// Whether an input says that there is more than it holds.
  package internal(set) var isPartial = false
  /// In the order they were given.
  package internal(set) var inputs: [Input] = []
  /// How many records had a member that is no field of the type, by the member's name. They are kept in `_extra`.
  package internal(set) var extraFields: [String: Int] = [:]
  /// How many records of other types the inputs had, by what the inputs call them. They were passed over.
  package internal(set) var skipped: [String: Int] = [:]
  /// How many values are kept as digests only, by what was asked for.
  package internal(set) var redacted: [String: Int] = [:]
  /// The file that holds the records that were refused; nil if none was.
  package internal(set) var rejectsPath: String?
  /// Of all inputs.
  package internal(set) var warnings = Warnings()

  init(run: Int?) { self.run = run }

  /// Counts records that were taken for new, and turned out to be of assets that came before in the run.
  mutating func countAsUpdated(_ count: Int) {
    counts.inserted -= count
    counts.updated += count
  }

  /// - Parameter isOnly: whether the run has no other input, so that its warnings need not name it.
  mutating func add(_ input: Input, isOnly: Bool) {
    inputs.append(input)
    counts.add(input.counts)
    isPartial = isPartial || input.summary.isPartial
    extraFields.merge(input.summary.extraFields, uniquingKeysWith: +)
    skipped.merge(input.summary.skipped, uniquingKeysWith: +)
    redacted.merge(input.summary.redacted, uniquingKeysWith: +)
    warnings.merge(input.summary.warnings, of: isOnly ? nil : input.path)
  }
}
