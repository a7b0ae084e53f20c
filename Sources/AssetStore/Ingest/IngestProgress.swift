/// How far a run has come.
package struct IngestProgress: Sendable {
  /// The input that is being read: its path, or `-`.
  package let source: String
  /// How much of it has been read, in bytes as they are on disk.
  package let bytesRead: Int
  /// How large it is; nil where that is not known, as for a pipe.
  package let totalBytes: Int?
  /// How many records the run has read, of all inputs.
  package let records: Int
}
