public import Assets

/// What the one who ingests knows about all records of a run: the account, the region, the API that was asked. A
/// record's own value goes first.
public struct MappingContext: Hashable, Sendable {
  /// By field name.
  public let values: [String: String]

  /// - Parameters:
  ///   - account: for the type's account field.
  ///   - values: for other fields, by name.
  /// - Throws: a `usage` fault for a field that the type does not have, and for an account where the type has none.
  public init(for type: AssetType, account: String? = nil, values: [String: String] = [:]) throws {
    var values = values
    for name in values.keys.sorted() where type.field(named: name) == nil {
      let near = nearest(to: name, in: type.fields.map(\.name))
      throw Fault(
        .usage, "--set \(name)", why: "\(type.name) has no field '\(name)'",
        advice: near.map { "did you mean '\($0)'?" } ?? "see: assetstore types show \(type.name)")
    }
    if let account {
      guard let field = type.accountField else {
        throw Fault(
          .usage, "--account \(account)", why: "\(type.name) has no account field",
          advice: "leave it out, or name one in the type's definition")
      }
      values[field] = account
    }
    self.values = values
  }
}

/// The candidate that is spelled most like the word; nil if none is near.
public func nearest(to word: String, in candidates: [String]) -> String? {
  let measured = candidates.map {
    (name: $0, distance: editDistance(Array(word.utf8), Array($0.utf8)))
  }
  guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(2, word.utf8.count / 4) ? best.name : nil
}

/// How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let kept = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(kept, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
