internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Counts the values of one facet over the assets that a query finds, a block at a time.
struct FacetCounter {
  let path: FieldPath
  private let sources: [FacetSource]
  private let index: Int
  private var values: [FacetValue: Int] = [:]
  private var terms: [TermFacet: TermCounter] = [:]

  /// - Parameter index: which of the cells of the selects it is of.
  init(
    _ path: FieldPath, selects: [TypeSelect], at index: Int, on connection: borrowing Connection
  ) throws {
    self.path = path
    sources = selects.map { FacetSource(path, cell: $0.cells[index], of: $0, in: $0.currentSource) }
    self.index = index
    for case .terms(let facet) in sources where terms[facet] == nil {
      terms[facet] = try TermCounter(facet, on: connection)
    }
  }

  /// - Parameter found: for each select, in their order, the ids that the query finds in the block.
  mutating func count(
    _ block: Int64, found: [(select: TypeSelect, bits: BlockBits)],
    on connection: borrowing Connection
  ) throws {
    var unions: [TermFacet: BlockBits] = [:]
    for (source, (select, bits)) in zip(sources, found) where !bits.isEmpty {
      switch source {
      case .absent: add(.missing, count: bits.count)
      case .tagsAreKnown:
        var unknown = try UnknownTags.bits(inBlock: block, on: connection)
        unknown.formIntersection(bits)
        add(.bool(false), count: unknown.count)
        add(.bool(true), count: bits.count - unknown.count)
      case .typeName: add(.text(Array(select.type.name.description.utf8)), count: bits.count)
      case .rows(let source, let value, let reading):
        let rows = BlockRows(
          source, columns: [value], where: "1", isDistinct: true)
        try rows.forEach(block, ids: bits, on: connection) { row in
          values[FacetValue(row, column: 1, reading: reading), default: 0] += 1
        }
      case .terms(let facet):
        unions[facet, default: BlockBits()].formUnion(bits)
        try countLong(facet, select: select, inBlock: block, bits: bits, on: connection)
      }
    }
    for (facet, bits) in unions {
      add(.missing, count: try terms[facet]?.count(block, bits: bits, on: connection) ?? 0)
    }
  }

  /// Counts the assets that are another now, where the past is asked.
  ///
  /// - Parameters:
  ///   - select: of a type.
  ///   - count: how many of them there are.
  mutating func countVersions(
    _ select: TypeSelect, count: Int, on connection: borrowing Connection
  ) throws {
    let rows: SQLFragment
    let reading: ResultCell.Reading
    switch FacetSource(path, cell: select.cells[index], of: select, in: select.source) {
    case .absent, .tagsAreKnown: return add(.missing, count: count)
    case .typeName: return add(.text(Array(select.type.name.description.utf8)), count: count)
    case .terms(let facet): (rows, reading) = (facet.values(select), facet.reading)
    case .rows(let source, let value, let read):
      rows = """
        SELECT DISTINCT asset._id, \(value)
        FROM \(source)
        WHERE (\(select.condition))
        """
      reading = read
    }
    try connection.forEachRow(of: rows) { row in
      values[FacetValue(row, column: 1, reading: reading), default: 0] += 1
    }
  }

  private mutating func add(_ value: FacetValue, count: Int) {
    if count > 0 { values[value, default: 0] += count }
  }

  private mutating func countLong(
    _ facet: TermFacet, select: TypeSelect, inBlock block: Int64, bits: BlockBits,
    on connection: borrowing Connection
  ) throws {
    guard let long = terms[facet]?.long else { return }
    var bits = bits
    try BlockTable.withBlob(block, term: long, on: connection) { try bits.formIntersection($0) }
    guard !bits.isEmpty else { return }
    try facet.longValues(select).forEach(block, ids: bits, on: connection) { row in
      values[FacetValue(row, column: 1, reading: facet.reading), default: 0] += 1
    }
  }

  /// The most frequent values, and whether there are others.
  mutating func finish(
    limit: Int?, on connection: borrowing Connection
  ) throws -> (rows: [(value: FacetValue, count: Int)], isCut: Bool) {
    for (facet, counter) in terms {
      try counter.forEachMostFrequent(limit.map { max($0, $0 &+ 1) }, on: connection) {
        text, count in
        values[FacetValue(text, reading: facet.reading), default: 0] += count
      }
    }
    let rows = values.map { (value: $0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? FacetValue.precedes($0.value, $1.value) : $0.count > $1.count
    }
    return (Array(rows.prefix(limit ?? rows.count)), rows.count > limit ?? rows.count)
  }
}
