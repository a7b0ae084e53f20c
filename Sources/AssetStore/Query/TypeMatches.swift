internal import AssetIndex
internal import AssetSQLite

/// The assets of one type that a query asks for.
struct TypeMatches {
  let select: TypeSelect
  /// Those, and others that the terms can't tell from them.
  let possible: AssetSet
  /// Those of which the terms tell; nil where they tell of all.
  private let certain: AssetSet?
  private let rows: BlockRows

  init(_ select: TypeSelect, on connection: borrowing Connection) throws {
    self.select = select
    var resolution = try TermResolution(select.type, on: connection)
    possible = try resolution.set(select.narrowing.possible, bound: .possible, on: connection)
    certain = try Self.certain(
      select.narrowing, besides: possible, resolution: &resolution, on: connection)
    rows = BlockRows(select.currentSource, columns: [], where: select.condition)
  }

  private static func certain(
    _ narrowing: Narrowing, besides possible: AssetSet, resolution: inout TermResolution,
    on connection: borrowing Connection
  ) throws -> AssetSet? {
    if narrowing.certain == narrowing.possible, !resolution.hasGivenUp { return nil }
    // What sets them apart may be nothing that the store has.
    let certain = try resolution.set(narrowing.certain, bound: .certain, on: connection)
    return certain.part == possible.part ? nil : certain
  }

  /// Whether no asset has to be looked at.
  var isExact: Bool { certain == nil }

  func count(_ connection: borrowing Connection) throws -> Int {
    guard select.narrowing != .unknown else {
      return Int(try connection.integer(of: select.count) ?? 0)
    }
    var count = 0
    try possible.forEachBlock(on: connection) { block, candidates in
      count += try matches(block, among: candidates, on: connection).count
      return true
    }
    return try count + countVersions(connection)
  }

  /// How many assets are another now and were as the condition says.
  func countVersions(_ connection: borrowing Connection) throws -> Int {
    guard let versions = select.versions else { return 0 }
    return Int(try connection.integer(of: versions.count) ?? 0)
  }

  /// All of their ids.
  func ids(_ connection: borrowing Connection) throws -> IDSet {
    var ids = IDSet()
    try possible.forEachBlock(on: connection) { block, candidates in
      ids.formUnion(IDSet(block, bits: try matches(block, among: candidates, on: connection)))
      return true
    }
    return ids
  }

  /// The ids of the candidates in a block that the condition is true of: of assets that are as they were, where the past
  /// is asked.
  func matches(
    _ block: Int64, among candidates: BlockBits, on connection: borrowing Connection
  ) throws -> BlockBits {
    let candidates =
      try select.past?.unchanged(among: candidates, inBlock: block, on: connection) ?? candidates
    guard let certain, !candidates.isEmpty else { return candidates }
    var matches = try certain.bits(inBlock: block, on: connection)
    matches.formIntersection(candidates)
    var open = candidates
    open.subtract(matches)
    try rows.forEach(block, ids: open, on: connection) { row in
      matches.insert(UInt16(truncatingIfNeeded: row.integer(at: 0) ?? 0))
    }
    return matches
  }
}

/// Rows of a type's table: of some of the assets in a block.
struct BlockRows {
  private let one: SQLFragment
  private let all: SQLFragment

  /// - Parameter source: the table, called `asset`.
  init(
    _ source: SQLFragment, columns: [SQLFragment], where condition: SQLFragment,
    isDistinct: Bool = false
  ) {
    let select: SQLFragment = """
      SELECT \(raw: isDistinct ? "DISTINCT " : "")\((["asset._id"] + columns).joined(", "))
      FROM \(source)
      WHERE (\(condition)) AND asset._id
      """
    one = "\(select) = \(bind: .null)"
    all = "\(select) BETWEEN \(bind: .null) AND \(bind: .null)"
  }

  /// Lends the rows of these ids of which the condition is true: the id, then the columns.
  func forEach(
    _ block: Int64, ids: BlockBits, on connection: borrowing Connection,
    body: (borrowing Statement) throws -> Void
  ) throws {
    // Measured: to read a quarter of the rows one by one takes as long as to read them all in order.
    if ids.count > BlockBits.width / 4 {
      let range = AssetID.range(ofBlock: block)
      return try connection.forEachRow(all.text, with: all.values.dropLast(2) + range) { row in
        if ids.contains(UInt16(truncatingIfNeeded: row.integer(at: 0) ?? 0)) { try body(row) }
      }
    }
    try connection.withStatement(of: one) { statement in
      var low = 0
      while let next = ids.next(from: low) {
        low = Int(next) + 1
        try statement.rebind(
          one.values.count, to: .integer(AssetID(block: block, low: next).number))
        while try statement.step() { try body(statement) }
      }
    }
  }
}
