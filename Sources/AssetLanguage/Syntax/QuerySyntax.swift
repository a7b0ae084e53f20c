/// A query as it was written.
package struct QuerySyntax: Sendable {
  package var isRecursive = false
  package var with: [CommonTable] = []
  package var body: Body
  package var order: [OrderTerm] = []
  package var limit: Syntax?
  package var offset: Syntax?
  /// FETCH … WITH TIES
  package var hasTies = false
  package var range: Range<Int>
  /// How deep the tree below it is.
  package var depth: Int

  package indirect enum Body: Sendable {
    case select(SelectSyntax)
    case values([[Syntax]])
    case set(SetOperator, isAll: Bool, QuerySyntax, QuerySyntax)
  }

  package enum SetOperator: String, Sendable { case union, intersect, except }

  /// `name(column, …) AS (query)`
  package struct CommonTable: Sendable {
    package let name: Name
    package let columns: [Name]
    package let query: QuerySyntax
  }
}

/// `SELECT … FROM …` up to its WINDOW clause.
package struct SelectSyntax: Sendable {
  package enum Distinct: Sendable {
    case none, all
    case on([Syntax])
  }

  package struct Item: Sendable {
    package let value: Syntax
    package let alias: Name?
  }

  package var distinct = Distinct.none
  package var items: [Item] = []
  package var from: [FromSyntax] = []
  package var filter: Syntax?
  package var group: [Grouping] = []
  package var having: Syntax?
  package var windows: [(name: Name, window: WindowSyntax)] = []
  package var range: Range<Int>

  package enum Grouping: Sendable {
    case value(Syntax)
    /// `ROLLUP (…)`, `CUBE (…)`, `GROUPING SETS (…)`, as the sets that they stand for.
    case sets([[Syntax]])
  }
}

/// What stands where a table is expected.
package indirect enum FromSyntax: Sendable {
  case table([Name], Alias)
  case function(Call, withOrdinality: Bool, Alias, Range<Int>)
  case query(QuerySyntax, isLateral: Bool, Alias)
  case join(Join)

  /// `AS t(x, y)`, or a part of that.
  package struct Alias: Sendable {
    package var name: Name?
    package var columns: [Name] = []
  }

  package struct Join: Sendable {
    package enum Kind: String, Sendable { case inner, left, right, full, cross }

    package enum Condition: Sendable {
      case none, natural
      case on(Syntax)
      case using([Name])
    }

    package let kind: Kind
    package let left: FromSyntax
    package let right: FromSyntax
    package let condition: Condition
    package let range: Range<Int>
  }
}
