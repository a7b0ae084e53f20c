internal import AssetLanguage
internal import Assets

// SQLite sorts rows to group them, and takes along whatever columns the query names: for each asset all of its tags, to
// group by one of them. So what the groups are of is found first, and only that is sorted.
extension SQLiteTarget {
  /// A query whose groups are of more than columns; nil for others.
  ///
  /// - Parameter order: what its groups are ordered by.
  mutating func grouped(
    _ select: TypedSelect, from: String, order: [TypedOrder]
  ) throws -> String? {
    let own = Set(select.from.flatMap(\.ids))
    guard select.groupingSets == nil, let first = own.min(),
      select.group.contains(where: { !$0.isConstant && !$0.isColumn })
    else { return nil }
    let name = "g\(first)"
    var items: [String] = []
    var keys: [String: String] = [:]
    for term in select.group where !term.isConstant && keys[term.signature] == nil {
      items.append("\(try value(term)) AS k\(keys.count)")
      keys[term.signature] = "\(name).k\(keys.count)"
    }
    let shown = select.items + [select.having].compactMap { $0 } + order.map(\.value)
    let columns = Columns(of: shown, from: own, besides: Set(keys.keys))
    for (column, value) in columns.all {
      items.append("\(try self.value(value)) AS c\(column.source)_\(column.index)")
    }
    let filter =
      try select.filter.map { filter in
        " WHERE \(try ofRows { try $0.value(filter) })"
      } ?? ""
    // With a limit, SQLite finds the rows apart from their groups.
    let rows = "SELECT \(items.joined(separator: ", "))\(from)\(filter) LIMIT -1"
    for source in own { self.columns[source] = { "\(name).c\(source)_\($0)" } }
    self.keys.merge(keys) { $1 }
    var groups = select
    groups.filter = nil
    return try written(groups, from: " FROM (\(rows)) AS \(name)", keepsTimestamps: false)
  }
}

/// The columns that values name.
private struct Columns {
  private(set) var all: [(Typed.Column, Typed)] = []
  private var seen: Set<Typed.Column> = []
  private let sources: Set<Int>
  private let known: Set<String>

  /// - Parameters:
  ///   - sources: whose columns are of interest.
  ///   - known: the signatures of values that need none.
  init(of values: [Typed], from sources: Set<Int>, besides known: Set<String>) {
    (self.sources, self.known) = (sources, known)
    for value in values { add(value) }
  }

  private mutating func add(_ value: Typed) {
    if known.contains(value.signature) { return }
    if case .column(let column) = value.form {
      if sources.contains(column.source), seen.insert(column).inserted {
        all.append((column, value))
      }
      return
    }
    for part in value.parts + (value.query?.outer ?? []) { add(part) }
  }
}

extension TypedFrom {
  /// The numbers of its tables, queries and functions.
  fileprivate var ids: [Int] {
    switch self {
    case .table(let id, _, _, _), .query(let id, _), .lateral(let id, _),
      .commonTable(let id, _, _), .function(let id, _, _, _):
      [id]
    case .join(_, let left, let right, _): left.ids + right.ids
    }
  }
}
