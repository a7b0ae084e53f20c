internal import AssetIndex
package import AssetOutput
package import Assets
internal import AssetSQLite

/// What came of counting values.
package struct FacetOutcome: Hashable, Sendable {
  /// Over how many assets they were counted.
  package let assets: Int
  /// The facets of which the query's limit has left out values.
  package let cut: [FieldPath]
}

extension Store {
  /// Counts the values that the assets of a query have: writes rows of a facet, a value and how many assets have it, the
  /// most frequent first. A row without a value counts the assets that have none; an asset with several values is
  /// counted with each. For a map the values are its keys.
  ///
  /// - Parameter paths: `_type`, fields and keys of maps. Costs what it takes to read the index of terms, for the
  ///   account, for maps and for fields that are indexed; the rows are read for others.
  package func facets(
    of paths: [FieldPath], matching query: Query, into writer: inout some ResultWriter & ~Copyable
  ) throws -> FacetOutcome {
    var query = query
    (query.fields, query.sort) = (paths, [])
    return try answering(query) { [query] connection in
      let plan = try plan(query, on: connection)
      let selects = plan.selects
      var counters = try plan.paths.enumerated().map {
        try FacetCounter($1, selects: selects, at: $0, on: connection)
      }
      let assets = try Self.count(&counters, selects: selects, on: connection)
      try writer.begin(
        [ResultColumn("facet"), ResultColumn("value"), ResultColumn("count", isNumeric: true)])
      var cut: [FieldPath] = []
      for index in counters.indices {
        let (rows, isCut) = try counters[index].finish(limit: query.limit, on: connection)
        if isCut { cut.append(counters[index].path) }
        for row in rows {
          try writer.text(counters[index].path.description.utf8.span)
          try row.value.write(to: &writer)
          try writer.integer(Int64(row.count))
          try writer.endRow()
        }
      }
      try writer.finish()
      return FacetOutcome(assets: assets, cut: cut)
    }
  }

  private static func count(
    _ counters: inout [FacetCounter], selects: [TypeSelect], on connection: borrowing Connection
  ) throws -> Int {
    var assets = 0
    let matches = try selects.map { try TypeMatches($0, on: connection) }
    try BlockTable.forEachBlock(on: connection) { block in
      let found = try matches.map { matches in
        let candidates = try matches.possible.bits(inBlock: block, on: connection)
        return (
          select: matches.select,
          bits: try matches.matches(block, among: candidates, on: connection)
        )
      }
      assets += found.reduce(0) { $0 + $1.bits.count }
      for index in counters.indices {
        try counters[index].count(block, found: found, on: connection)
      }
      return true
    }
    for matches in matches {
      guard let versions = matches.select.versions else { continue }
      let count = try matches.countVersions(connection)
      assets += count
      for index in counters.indices {
        try counters[index].countVersions(versions, count: count, on: connection)
      }
    }
    return assets
  }
}
