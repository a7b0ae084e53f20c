extension RecordReader {
  /// What came of the input: ask when `next` has given nil.
  public struct Summary: Sendable {
    /// How its records were spelled.
    public let format: String
    /// Nil if it is not packed.
    public let packing: Packing?
    /// Of the input, unpacked.
    public let bytes: Int
    /// Of the file as it is, packed where it is: what `sha256sum` says of it, so that a run tells which file was fed.
    public let sha256: String
    /// How large the file is, packed where it is.
    public let fileBytes: Int
    /// How many it had, those included that were rejected.
    public let records: Int
    /// How many records were refused.
    public let rejected: Int
    /// Whether it says that there is more than it holds.
    public let isPartial: Bool
    /// How many records of other types it had, by what it calls them.
    public let skipped: [String: Int]
    /// How many records had a member that is no field, by the member's name.
    public let extraFields: [String: Int]
    /// What was odd about it.
    public let warnings: Warnings
  }

  /// What there is to say of the input, once it has been read to its end.
  public var summary: Summary {
    Summary(
      format: (delimitedFormat ?? interpreter.found ?? layoutFormat).rawValue,
      packing: window.packing,
      bytes: window.total, sha256: window.digest(), fileBytes: window.fileBytes,
      records: count + rejected,
      rejected: rejected, isPartial: isPartial, skipped: interpreter.skipped,
      extraFields: interpreter.mapper.names.counts, warnings: interpreter.mapper.warnings)
  }

  private var layoutFormat: ExportFormat { framer?.layout == .lines ? .ndjson : .json }
}
