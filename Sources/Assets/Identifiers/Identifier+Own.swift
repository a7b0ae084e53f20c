extension Identifier {
  /// Whether a member of that name, in snake case, holds the identifier of the asset itself, and not of another that it
  /// is about: an ARN that is called `arn`, or after the kind that it says, as `listener_arn`.
  ///
  /// - Parameter text: that this was read from.
  package func isOwn(named name: String, _ text: Span<UInt8>) -> Bool {
    switch provider {
    case .azure: return name == "id" || name == "resource_id"
    case .google:
      return name == "self_link" || name == "resource_name" || name == "name" && !account.isEmpty
    case .aws: break
    }
    if name == "arn" || name == "resource_arn" { return true }
    guard name.utf8.count > 4, name.hasSuffix("_arn") else { return false }
    var kind: [UInt8] = []
    appendKind(of: text, to: &kind)
    guard let colon = kind.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let own = AssetKind.letters(of: Array(kind[(colon + 1)...]).span)
    let stem = AssetKind.letters(of: String(name.dropLast(4)).utf8.span)
    guard !own.isEmpty, !stem.isEmpty else { return false }
    return stem.starts(with: own) || own.starts(with: stem)
      || stem.count > own.count && Array(stem.suffix(own.count)) == own
  }
}
