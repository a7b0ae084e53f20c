package import Assets

/// What of an export is kept as digests only.
package struct RedactionRequest: Hashable, Sendable {
  /// Fields, members that are no fields, and single keys of them.
  package var paths: [FieldPath]
  /// Whether what Terraform's state marks as sensitive is kept as it is.
  package var keepsSensitive: Bool

  package init(paths: [FieldPath] = [], keepsSensitive: Bool = false) {
    self.paths = paths
    self.keepsSensitive = keepsSensitive
  }
}
