/// How far a run has come.
public struct IngestProgress: Sendable {
  /// The input that is being read: its path, or `-`.
  public let source: String
  /// How much of it has been read, in bytes as they are on the medium.
  public let bytesRead: Int
  /// How large it is; nil where that is not known, as for a pipe.
  public let totalBytes: Int?
  /// How many records the run has read, of all inputs.
  public let records: Int
}
