internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Counts how many of a set of assets have each term below a parent.
struct TermCounter {
  /// The terms below the parent, in the order of their texts, and how many assets each has been found in.
  private var terms: [Int64] = []
  private var counts: [Int] = []
  /// Where each term is in those lists; empty if they are few.
  private var places: [Int64: Int] = [:]
  private let parent: Int64?
  private let null: Int64?
  /// The term of values that are too long for terms.
  let long: Int64?

  init(_ facet: TermFacet, on connection: borrowing Connection) throws {
    parent = try TermTable.find(facet.parent, on: connection)?.id
    let isOfValues = facet.kind == .value
    null = isOfValues ? try TermTable.find(facet.parent.appending(.null), on: connection)?.id : nil
    long = isOfValues ? try TermTable.find(facet.parent.appending(.long), on: connection)?.id : nil
    guard let parent else { return }
    try TermTable.forEachChild(of: parent, kind: facet.kind, on: connection) { terms.append($0) }
    counts = [Int](repeating: 0, count: terms.count)
    if terms.count > BlockTable.maxSought {
      places = Dictionary(
        zip(terms, terms.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Counts these assets of a block.
  ///
  /// - Returns: how many of them have no value.
  mutating func count(
    _ block: Int64, bits: BlockBits, on connection: borrowing Connection
  ) throws -> Int {
    guard let parent else { return bits.count }
    if places.isEmpty {
      for place in terms.indices {
        counts[place] += try BlockTable.withBlob(block, term: terms[place], on: connection) {
          try bits.countOfCommon(with: $0)
        }
      }
    } else {
      try BlockTable.forEachBlob(block, on: connection) { term, blob in
        if let place = places[term] { counts[place] += try bits.countOfCommon(with: blob) }
      }
    }
    var defined = try BlockTable.withBlob(block, term: parent, on: connection) { try BlockBits($0) }
    if let null {
      defined.subtract(
        try BlockTable.withBlob(block, term: null, on: connection) { try BlockBits($0) })
    }
    var missing = bits
    missing.subtract(defined)
    return missing.count
  }

  /// Lends the texts of the terms that were found most often, and how often.
  ///
  /// - Parameter limit: at most so many; nil for all.
  func forEachMostFrequent(
    _ limit: Int?, on connection: borrowing Connection, body: (Span<UInt8>, Int) -> Void
  ) throws {
    let order = terms.indices.filter { counts[$0] > 0 }
      .sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    for place in order.prefix(limit ?? order.count) {
      try TermTable.withText(of: terms[place], on: connection) { body($0, counts[place]) }
    }
  }
}
