internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The part of a query that asks one type.
struct TypeSelect {
  let type: AssetType
  private(set) var cells: [ResultCell]
  let order: [ResultCell]
  private(set) var condition: SQLFragment
  /// What the index of terms says of the condition.
  private(set) var narrowing: Narrowing
  /// Whether it can only be true of assets whose keys it names. The index of keys finds them faster than any set of
  /// terms, and than any reading of the table.
  let namesKeys: Bool

  /// - Parameters:
  ///   - expression: checked.
  ///   - tagsAreKnown: nil if it does not matter.
  init(
    type: AssetType, cells: [ResultCell], order: [ResultCell], expression: Expression,
    tagsAreKnown: Bool?
  ) throws {
    self.type = type
    self.cells = cells
    self.order = order
    condition = try Condition(type: type).compile(expression)
    namesKeys = expression.namesKeys
    narrowing = namesKeys ? .unknown : NarrowingCompiler(type: type).compile(expression)
    if let tagsAreKnown { restrict(toKnownTags: tagsAreKnown) }
  }

  private mutating func restrict(toKnownTags areKnown: Bool) {
    condition = """
      \(raw: areKnown ? "NOT " : "")\(raw: UnknownTags.condition) AND (\(condition))
      """
    guard narrowing != .unknown else { return }
    narrowing = .intersection([
      narrowing, Narrowing(areKnown ? .not(.unknownTags) : .unknownTags),
    ])
  }

  /// The same of the assets that no run from this one on has seen.
  func notSeen(since first: Int64, upTo last: Int64) -> TypeSelect {
    guard first <= last else { return self }
    var select = self
    select.condition = """
      \(raw: LastSeen.function)(asset._id) < \(bind: .integer(first)) AND (\(condition))
      """
    guard narrowing != .unknown else { return select }
    select.narrowing = .intersection([narrowing, Narrowing(.not(.seen(first...last)))])
    return select
  }

  /// The same with other cells.
  func showing(_ cells: [ResultCell]) -> TypeSelect {
    var select = self
    select.cells = cells
    return select
  }

  /// Nil where what is there now is asked.
  private(set) var past: PastState?

  /// The same of the state at the end of a run.
  func at(_ run: Int64, on connection: borrowing Connection) throws -> TypeSelect {
    var select = self
    select.past = try PastState(type, at: run, on: connection)
    return select
  }

  /// The same of the assets that are another now; nil where there are none.
  var versions: TypeSelect? {
    guard let source = past?.versionSource else { return nil }
    var select = self
    select.givenSource = "\(raw: source)"
    return select
  }

  private var givenSource: SQLFragment?

  /// The table, which the condition calls `asset`.
  var source: SQLFragment { givenSource ?? past.map { "\(raw: $0.source)" } ?? currentSource }

  /// The table of what is there now.
  var currentSource: SQLFragment { "\(raw: AssetTable(type).name) AS asset" }

  private var whereClause: SQLFragment {
    "\nFROM \(source)\nWHERE (\(condition))"
  }

  /// The cells, then what to sort by, then the id.
  private var shown: SQLFragment {
    // No field has such a name.
    let order = order.enumerated().map { index, cell -> SQLFragment in
      "\(cell.sorting) AS \(raw: Self.sortColumn(index))"
    }
    let id: SQLFragment = "asset._id AS \(raw: Self.idColumn)"
    return "SELECT \((cells.map(\.sql) + order + [id]).joined(", "))"
  }

  static func sortColumn(_ index: Int) -> String { "\"sort \(index + 1)\"" }
  static let idColumn = "\"sort id\""

  var rows: SQLFragment { "\(shown)\(whereClause)" }

  /// The rows in the order of the ids, from this one on.
  func rowsByID(from first: Int64 = .min) -> SQLFragment {
    let later: SQLFragment = first == .min ? "" : "\nAND asset._id >= \(bind: .integer(first))"
    return "\(rows)\(later)\nORDER BY asset._id"
  }

  /// The same of the ids between the last two parameters.
  var rowsBetweenIDs: SQLFragment {
    "\(rows)\nAND asset._id BETWEEN \(bind: .null) AND \(bind: .null)\nORDER BY asset._id"
  }

  /// The cells of one asset if the condition is true of it. The id is the last parameter.
  ///
  /// - Parameter isDecided: whether it is known to be.
  func rowOfID(isDecided: Bool) -> SQLFragment {
    let fetched = isDecided ? "1" : condition
    return """
      \(shown)
      FROM \(source)
      WHERE (\(fetched)) AND asset._id = \(bind: .null)
      """
  }

  var count: SQLFragment { "SELECT count(*) AS found\(whereClause)" }

  /// The same for no more assets than the index of terms leaves, if they are few enough to be named.
  func narrowed(_ connection: borrowing Connection) throws -> TypeSelect {
    var resolution = try TermResolution(type, on: connection)
    let set = try resolution.set(narrowing.possible, bound: .possible, on: connection)
    guard past == nil, narrowing.possible != .all, set.estimate <= Self.maxNamed else {
      return self
    }
    var ids: [String] = []
    try set.forEachBlock(on: connection) { block, bits in
      ids += bits.ids.map { String(AssetID(block: block, low: $0).number) }
      return ids.count <= Self.maxNamed
    }
    // An index that was tampered with has more of them than it says.
    guard ids.count <= Self.maxNamed else { return self }
    return restricted(to: "[" + ids.joined(separator: ",") + "]")
  }

  private static let maxNamed = 200_000

  /// - Parameter ids: a JSON array.
  private func restricted(to ids: String) -> TypeSelect {
    var select = self
    select.condition = """
      asset._id IN (SELECT value FROM json_each(\(bind: .text(ids)))) AND (\(condition))
      """
    return select
  }
}

extension Expression {
  /// Whether it can only be true of assets whose keys it names.
  fileprivate var namesKeys: Bool {
    switch self {
    case .and(let parts): parts.contains(where: \.namesKeys)
    case .compare(let left, .equal, let right): left.isKey && right.isLiteral
    case .isAmong(let operand, let list): operand.isKey && list.allSatisfy(\.isLiteral)
    default: false
    }
  }
}

extension Operand {
  fileprivate var isKey: Bool { content == .field(Field.keyName) }

  fileprivate var isLiteral: Bool { if case .literal = content { true } else { false } }
}
