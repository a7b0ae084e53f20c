/// Digests over what a store says, whatever its pages look like. SQLite's own integrity check is no checksum: most
/// single flipped bits pass it.
struct ContentDigest: Hashable {
  /// Over the types and, in the order of their ids, the assets, without ids and runs: two stores that were fed the same
  /// have the same.
  let content: String
  /// Over the same and the ids, the runs, and the rest of the store's own tables.
  let store: String
  /// How many assets there are of each type, by name.
  let counts: [String: Int]
  var assets: Int { counts.values.reduce(0, +) }
}
