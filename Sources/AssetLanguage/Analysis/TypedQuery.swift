/// A query of which everything is known.
package final class TypedQuery: Sendable {
  package let with: [CommonTable]
  package let isRecursive: Bool
  package let body: Body
  package let order: [TypedOrder]
  package let limit: Typed?
  package let offset: Typed?
  package let columns: [OutputColumn]
  /// Columns of the queries around it that it uses.
  package let outer: [Typed]
  package let range: Range<Int>
  /// As it was written.
  let source: String
  /// Whether rows that tie with the last one within the limit are there too.
  package let hasTies: Bool

  package indirect enum Body: Sendable {
    case select(TypedSelect)
    case values([[Typed]])
    case set(QuerySyntax.SetOperator, isAll: Bool, TypedQuery, TypedQuery)
  }

  package struct CommonTable: Sendable {
    package let id: Int
    package let query: TypedQuery
  }

  init(
    with: [CommonTable] = [], isRecursive: Bool = false, body: Body, order: [TypedOrder] = [],
    limit: Typed? = nil, offset: Typed? = nil, hasTies: Bool = false, columns: [OutputColumn],
    outer: [Typed] = [], range: Range<Int>, source: String
  ) {
    (self.with, self.isRecursive, self.body, self.order) = (with, isRecursive, body, order)
    (self.limit, self.offset, self.hasTies) = (limit, offset, hasTies)
    (self.columns, self.outer, self.range, self.source) = (columns, outer, range, source)
  }

  /// All rows of it, in any order but where DISTINCT ON needs one.
  package var unlimited: TypedQuery {
    let isPicking = if case .select(let select) = body { !select.distinctOn.isEmpty } else { false }
    return TypedQuery(
      body: body, order: isPicking ? order : [], columns: columns, outer: outer, range: range,
      source: source)
  }

  /// The same with another body and other columns.
  func with(_ body: Body, columns: [OutputColumn]) -> TypedQuery {
    TypedQuery(
      with: with, isRecursive: isRecursive, body: body, order: order, limit: limit,
      offset: offset, hasTies: hasTies, columns: columns, outer: outer, range: range,
      source: source)
  }

  /// Whether it gives one row at most, whatever the tables hold.
  package var isOneRow: Bool {
    if case .whole(let count)? = limit?.form, count <= 1, !hasTies { return true }
    return switch body {
    case .select(let select):
      select.from.isEmpty || select.isGrouped && select.group.isEmpty || select.isOfOneKey
    case .values(let rows): rows.count == 1
    case .set: false
    }
  }
}

/// A column of a query's result.
package struct OutputColumn: Hashable, Sendable {
  /// What a query around it calls it.
  package let name: String
  /// What the result calls it.
  package let title: String
  package let kind: Kind
  /// Whether it is a table's own column as it is stored.
  package let isStored: Bool
}

package struct TypedSelect: Sendable {
  package var isDistinct = false
  package var distinctOn: [Typed] = []
  package var items: [Typed] = []
  package var from: [TypedFrom] = []
  package var filter: Typed?
  package var group: [Typed] = []
  /// The sets of these that the rows are grouped by one after the other, by their places; nil for one set of all.
  package var groupingSets: [[Int]]?
  package var having: Typed?
  /// Whether its rows are groups.
  package var isGrouped = false
  /// Whether its WHERE asks for one key of its only table.
  package var isOfOneKey = false
}

package indirect enum TypedFrom: Sendable {
  /// Where it is named, and whether it has another name there.
  case table(Int, Table, at: Range<Int>, hasAlias: Bool)
  case query(Int, TypedQuery)
  /// A query that names columns of what stands before it.
  case lateral(Int, TypedQuery)
  case commonTable(Int, table: Int, count: Int)
  case function(Int, operation: String, [Typed], element: Kind)
  case join(FromSyntax.Join.Kind, TypedFrom, TypedFrom, on: Typed?)
}

extension TypedFrom {
  var isLateral: Bool { if case .lateral = self { true } else { false } }
}

/// A table of the store, as a scope sees it.
package struct Table: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package let name: String
    package let kind: Kind
    /// Whether no two rows have the same.
    package let isKey: Bool

    package init(_ name: String, of kind: Kind, isKey: Bool = false) {
      (self.name, self.kind, self.isKey) = (name, kind, isKey)
    }
  }

  /// What the target calls it.
  package let name: String
  package let columns: [Column]

  package init(name: String, columns: [Column]) { (self.name, self.columns) = (name, columns) }
}
