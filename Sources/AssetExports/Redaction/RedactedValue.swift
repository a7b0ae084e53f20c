internal import AssetFiles
internal import Assets

/// What stands in the place of a value that is not kept: two values that are equal have the same.
package enum RedactedValue {
  /// What it begins with.
  package static let prefix = "redacted:sha256:"

  /// Appends what stands in the place of the value with these bytes.
  static func append(for value: Span<UInt8>, to text: inout [UInt8]) {
    text.append(contentsOf: "\(prefix)\(SHA256.hexDigest(of: value))".utf8)
  }

  static func text(for value: Span<UInt8>) -> [UInt8] {
    // A value that is one already stays: an export of a store goes into another one.
    if value.count == prefix.utf8.count + 64, String(copying: value).hasPrefix(prefix) {
      return Array(copying: value)
    }
    var text: [UInt8] = []
    append(for: value, to: &text)
    return text
  }
}
