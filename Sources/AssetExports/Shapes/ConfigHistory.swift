internal import AssetFiles
internal import Assets

/// Tells an item of AWS Config that is older than one of the same resource before it: a history lists a resource's
/// items, the newest first unless it was asked for otherwise.
struct ConfigHistory {
  /// When the newest item of a resource was captured, to the millisecond.
  private var newest: [Resource: Moment] = [:]

  /// So many resources are remembered; then it begins again.
  private static let maxResources = 100_000

  /// Sixteen bytes of a digest of what tells a resource from others, which has any length.
  struct Resource: Hashable {
    private let words: [2 of UInt64]

    init(_ names: [String]) {
      let digest = SHA256.digest(of: Array(names.joined(separator: "\u{0}").utf8).span)
      words = [digest.span.word(at: 0), digest.span.word(at: 8)]
    }

    static func == (left: Resource, right: Resource) -> Bool {
      left.words[0] == right.words[0] && left.words[1] == right.words[1]
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
  }

  /// - Parameters:
  ///   - resource: what tells it from others.
  ///   - time: when the item was captured, in RFC 3339 or in seconds since 1970; an item without a time is never older.
  mutating func isOlder(_ resource: [String], time: String) -> Bool {
    guard let moment = try? Moment(text: time.utf8.span).truncated(to: .millisecond) else {
      return false
    }
    let key = Resource(resource)
    if let known = newest[key], moment < known { return true }
    if newest.count >= Self.maxResources { newest.removeAll() }
    newest[key] = moment
    return false
  }
}
