internal import AssetCatalogue

extension RecordReader {
  /// What came of the input: ask when `next` has given nil.
  package struct Summary: Sendable {
    /// How its records were spelled.
    package let format: String
    /// Nil if it is not packed.
    package let packing: Packing?
    /// Of the file as it is, packed where it is: what `sha256sum` says of it, so that a run tells which file was fed.
    package let sha256: String
    /// How large the file is, packed where it is.
    package let fileBytes: Int
    /// How many it had, those included that were rejected.
    package let records: Int
    /// How many records were refused.
    package let rejected: Int
    /// Whether it says that there is more than it holds.
    package let isPartial: Bool
    /// How many records it had that were not taken, by what it calls them.
    package let skipped: [String: Int]
    /// How many of them were of other types than those that were asked for, or of none that is known.
    package let foreign: Int
    /// How many records had a member that is no field, by the member's name.
    package let extraFields: [String: Int]
    /// How many values are kept as digests only, by what was asked for.
    package let redacted: [String: Int]
    /// What was odd about it.
    package let warnings: Warnings
  }

  /// What there is to say of the input, once it has been read to its end.
  package var summary: Summary {
    Summary(
      format: (delimitedFormat ?? interpreter.found ?? layoutFormat).rawValue,
      packing: window.packing,
      sha256: window.digest(), fileBytes: window.fileBytes,
      records: count + rejected,
      rejected: rejected, isPartial: isPartial,
      skipped: interpreter.sink.skipped.all,
      foreign: interpreter.sink.skipped.foreignCount,
      extraFields: interpreter.sink.extraFields, redacted: interpreter.sink.redacted,
      warnings: interpreter.sink.allWarnings)
  }

  private var layoutFormat: ExportFormat { framer?.layout == .lines ? .ndjson : .json }
}

extension RecordReader.Summary {
  /// What is on record of an input that was read before.
  package init(format: String, fileBytes: Int, sha256: String, records: Int, isPartial: Bool) {
    self.init(
      format: format, packing: nil, sha256: sha256, fileBytes: fileBytes, records: records,
      rejected: 0, isPartial: isPartial, skipped: [:], foreign: 0, extraFields: [:], redacted: [:],
      warnings: Warnings())
  }
}
