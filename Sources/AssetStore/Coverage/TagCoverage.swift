internal import AssetIndex
package import Assets
internal import AssetSQLite

/// How many assets of one type and account have a tag.
public struct TagCoverage: Hashable, Sendable {
  /// The tag.
  public let key: String
  /// The name of the type.
  public let type: String
  /// Nil for assets that have none.
  public let account: String?
  /// How many have the tag, and something in it.
  public let present: Int
  /// How many have it with an empty text or null.
  public let empty: Int
  /// How many have other tags, or none.
  public let lacking: Int
  /// How many are of a type that has no tags.
  package let impossible: Int
  /// Of how many no export has told the tags.
  public let unknown: Int

  /// How many there are.
  package var assets: Int { possible + impossible }

  /// How many could have it. Those of which that is not known count: nobody has seen that they have it.
  package var possible: Int { present + empty + lacking + unknown }
}

extension Store {
  /// For each tag, type and account: how many assets have it, have it empty, lack it, can't have it, and of how many that
  /// is not known. In the order of the keys, then by type and account. Costs what it takes to read the index.
  ///
  /// - Parameters:
  ///   - keys: the tags.
  ///   - types: which types.
  ///   - accounts: which accounts; all if it is empty.
  /// - Throws: `missing` if no type that is known matches.
  package func coverage(
    ofTags keys: [String], in types: TypeSelection, accounts: [String] = []
  ) throws -> [TagCoverage] {
    try reading { connection in
      let selected = try TypeRegistry.selected(types, on: connection)
      let counted = try selected.flatMap { type in
        var count = try TagCount(type, keys: keys, on: connection)
        return try count.coverage(connection)
      }
      let wanted = Set(accounts.map(\.exactly))
      return keys.flatMap { key in
        counted.filter { coverage in
          coverage.key.exactly == key.exactly
            && (wanted.isEmpty || coverage.account.map { wanted.contains($0.exactly) } ?? false)
        }
      }
    }
  }
}
