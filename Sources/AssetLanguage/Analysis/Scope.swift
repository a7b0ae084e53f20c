/// Knows what may have been meant by a name that is none.
protocol NameAdviser {
  /// - Parameter isBeside: whether something is compared with it.
  func missing(_ name: String, isBeside: Bool) -> (why: String, advice: String)
}

/// The names that a query sees: its tables, and behind them those of the queries around it.
final class Scope {
  struct Source {
    let id: Int
    /// What may stand before its columns, A–Z as a–z.
    let qualifiers: [String]
    let columns: [Table.Column]
    /// Whether it has no name to be called by.
    var isHidden = false
  }

  let parent: Scope?
  /// Who tells of a name that is none, of what is no query.
  var adviser: (any NameAdviser)?
  var sources: [Source] = []
  /// What USING has made one of two columns, by its name.
  var merged: [(name: String, value: Typed)] = []
  /// The queries of WITH, by name.
  var commonTables: [String: CommonTable] = [:]
  /// Columns of outer scopes that were named within this one.
  var outer: [Typed] = []
  /// What SELECT calls that has several rows: it stands behind FROM.
  var rowFunction: TypedFrom?
  var windows: [String: WindowSyntax] = [:]
  /// What is being read.
  var clause = Clause.items
  var isInAggregate = false
  var hasAggregates = false

  struct CommonTable {
    let id: Int
    let columns: [OutputColumn]
  }

  enum Clause: String {
    /// An expression about one asset.
    case asset = "an expression"
    case from = "FROM"
    case filter = "WHERE"
    case items = "SELECT"
    case group = "GROUP BY"
    case having = "HAVING"
    case order = "ORDER BY"
    case limit = "LIMIT"

    var allowsAggregates: Bool { self == .items || self == .having || self == .order }
    var allowsWindows: Bool { self == .items || self == .order }
  }

  init(parent: Scope?) { self.parent = parent }

  func commonTable(_ name: String) -> CommonTable? {
    commonTables[name] ?? parent?.commonTable(name)
  }

  /// The columns of that name, of its sources only.
  func columns(named name: String) -> [Typed] {
    if let merged = merged.first(where: { $0.name == name }) { return [merged.value] }
    return sources.filter { !$0.isHidden }.flatMap { $0.columns(named: name) }
  }

  /// All that it sees, for "did you mean".
  var names: [String] {
    sources.flatMap { $0.columns.map(\.name) } + (parent?.names ?? [])
  }
}

extension Scope.Source {
  func columns(named name: String) -> [Typed] {
    columns.indices.filter { columns[$0].name.foldedASCII == name }.map(column)
  }

  func column(_ index: Int) -> Typed {
    let column = columns[index]
    return Typed(
      .column(.init(source: id, name: column.name, index: index)), of: column.kind, at: 0..<0)
  }
}
