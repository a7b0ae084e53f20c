internal import Assets

extension RecordMapper {
  /// Says what the next record marks as sensitive: it is not kept, unless that was asked for.
  mutating func redact(_ sensitive: SensitiveAttributes) {
    guard !keepsSensitive, !sensitive.paths.isEmpty || redaction != nil else { return }
    if redaction == nil { redaction = Redaction([], names) }
    redaction?.begin(sensitive: sensitive.paths)
  }
}
