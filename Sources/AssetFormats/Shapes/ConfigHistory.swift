internal import Assets

/// Tells an item of AWS Config that is older than one of the same resource before it: a history lists a resource's
/// items, the newest first unless it was asked for otherwise.
struct ConfigHistory {
  /// When the newest item of a resource was captured.
  private var newest: [String: Moment] = [:]

  /// So many resources are remembered; then it begins anew.
  private static let maxResources = 100_000

  /// - Parameters:
  ///   - resource: what tells it from others.
  ///   - time: when the item was captured, in RFC 3339 or in seconds since 1970; an item without a time is never older.
  mutating func isOlder(_ resource: [String], _ time: String) -> Bool {
    guard let moment = try? Moment(text: time.utf8.span) else { return false }
    let key = resource.joined(separator: "\u{0}")
    if let known = newest[key], moment < known { return true }
    if newest.count >= Self.maxResources { newest.removeAll() }
    newest[key] = moment
    return false
  }
}
