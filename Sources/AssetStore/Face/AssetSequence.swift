internal import Assets

/// The assets of a query, fetched as they are asked for: `for try await asset in store.assets(query)`.
public struct AssetSequence: AsyncSequence, Sendable {
  fileprivate let store: Store
  fileprivate let query: Query

  init(store: Store, query: Query) {
    self.store = store
    self.query = query
  }

  /// Begins at the first asset.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// Gives the assets one by one.
  public struct Iterator: AsyncIteratorProtocol {
    private let store: Store
    private var query: Query
    /// Those that are not finished; nil before the first page.
    private var types: ArraySlice<AssetType>?
    private var cursor: Cursor?
    private var left: Int?
    private var page: ArraySlice<Asset> = []

    private static let pageSize = 500

    fileprivate init(_ sequence: AssetSequence) {
      store = sequence.store
      query = sequence.query
      left = query.limit
    }

    /// The next asset; nil at the end.
    ///
    /// - Throws: as `Store.forEachAsset`.
    public mutating func next() async throws -> Asset? {
      if page.isEmpty { try fetch() }
      return page.popFirst()
    }

    private mutating func fetch() throws {
      var types = try self.types ?? store.types(asked: query.types)[...]
      while page.isEmpty, left != 0, let type = types.first {
        (query.types, query.limit) = (.one(type.name), Swift.min(left ?? .max, Self.pageSize))
        var assets: [Asset] = []
        let outcome = try store.collect(query, of: type, after: cursor) { assets.append($0) }
        page = assets[...]
        left = left.map { $0 - assets.count }
        cursor = outcome.next
        if cursor == nil { types.removeFirst() }
      }
      self.types = types
    }
  }
}
