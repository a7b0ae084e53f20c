extension Identifier {
  /// Whether a member of that name, in snake case, holds the identifier of the asset itself, and not of another that it
  /// is about: an ARN that is called `arn`, or after the kind that it says and the asset is, as `listener_arn`, `stack_id`.
  ///
  /// - Parameters:
  ///   - text: that this was read from.
  ///   - words: what the asset is called: the name of its type, or of a list of such; none if nobody says it.
  package func isOwn(named name: String, in text: Span<UInt8>, of words: [String]) -> Bool {
    switch provider {
    case .azure: return name == "id" || name == "resource_id"
    case .google:
      return name == "self_link" || name == "resource_name" || name == "name" && !account.isEmpty
    case .aws: break
    }
    if name == "arn" || name == "resource_arn" { return true }
    guard let suffix = ["_arn", "_id"].first(where: name.hasSuffix) else { return false }
    var kind: [UInt8] = []
    appendKind(of: text, to: &kind)
    guard let colon = kind.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let own = AssetKind.letters(of: Array(kind[(colon + 1)...]).span)
    let stem = AssetKind.letters(of: String(name.dropLast(suffix.utf8.count)).utf8.span)
    guard !own.isEmpty, !stem.isEmpty, stem.isAlike(own) else { return false }
    return words.isEmpty
      || words.contains { AssetKind.letters(of: $0.inSingular.utf8.span).isAlike(stem) }
  }
}

extension [UInt8] {
  /// Whether one begins or ends with the other.
  fileprivate func isAlike(_ other: [UInt8]) -> Bool {
    starts(with: other) || other.starts(with: self) || reversed().starts(with: other.reversed())
      || other.reversed().starts(with: reversed())
  }
}

extension String {
  /// `proxies` → `proxy`. A last s is no matter.
  fileprivate var inSingular: String {
    lowercased().hasSuffix("ies") ? dropLast(3) + "y" : self
  }
}
