package import AssetExports
internal import AssetSQLite

/// What to ingest, and what is known about all of it.
public struct IngestRequest: Sendable {
  /// Where an export is read from.
  public enum Source: Sendable {
    case file(String)
    case standardInput

    /// What reports call it.
    var name: String {
      switch self {
      case .file(let path): path
      case .standardInput: "-"
      }
    }
  }

  /// The type of its records: its name or what a provider calls it, or a pattern as in `aws.*`; nil for all types.
  public var type: String?
  /// One or more, read in this order.
  public var sources: [Source]
  /// For the type's account field, where a record says nothing of its own.
  public var account: String?
  /// For other fields, by name.
  public var values: [String: String] = [:]
  /// How the exports spell their records; nil to find it from the content of each.
  package var format: ExportFormat?
  /// Where the list of records is, where an object wraps it in a way that is not known: names joined by dots.
  package var path: String?
  /// How large one record may be, in bytes.
  package var recordLimit = RecordReader.recordLimit
  /// Whether a record with a value outside of its field's rules is refused.
  public var isStrict = false
  /// Where the records that are refused go, so that the others are taken; nil if one that is refused ends the run.
  package var rejectsPath: String?
  /// How many records may be refused before that ends the run; nil for any number.
  package var maxRejects: Int?
  /// Whether types are made of records whose kind no type is known for.
  public var infersTypes = false
  /// What is kept as digests only.
  package var redactions = RedactionRequest()
  /// What it means that a record does not have a field.
  public var absentFields = AbsentFields.clearedIfKnown
  /// Says that this is all there is, so that what is stored and not in it has vanished; nil if it may not be.
  package var snapshot: SnapshotRequest?
  /// Whether the file of rejects may take the place of one of an earlier run.
  package var replacesRejects = false
  /// Whether to do everything but keep it.
  public var isDryRun = false
  /// Lent what a dry run has made of the store, before that is taken back.
  var look: (@Sendable (borrowing Connection) throws -> Void)?

  /// A run over these sources, which takes all types or only some.
  public init(type: String? = nil, sources: [Source]) {
    self.type = type
    self.sources = sources
  }
}
