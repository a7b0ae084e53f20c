extension Typed {
  /// What it is made of, but for queries within it.
  package var parts: [Typed] {
    switch form {
    case .null, .text, .whole, .real, .decimal, .bool, .parameter, .column, .exists, .scalar,
      .arrayOfRows:
      []
    case .convert(let part), .not(let part), .isNull(let part), .isTruth(let part, _): [part]
    case .apply(_, let parts), .and(let parts), .or(let parts), .array(let parts), .row(let parts),
      .isAmongRows(let parts, _):
      parts
    case .compare(_, let left, let right), .isDistinct(let left, let right): [left, right]
    case .isAmong(let value, let list): [value] + list
    case .quantified(_, let value, _, let array): [value, array]
    case .quantifiedRows(_, let value, _, _): [value]
    case .caseOf(let operand, let branches, let last):
      [operand, last].compactMap { $0 } + branches.flatMap { [$0.when, $0.then] }
    case .aggregate(let aggregate):
      aggregate.arguments + aggregate.order.map(\.value) + [aggregate.filter].compactMap { $0 }
        + (aggregate.window?.parts ?? [])
    }
  }

  /// The query within it, if it is made of one.
  package var query: TypedQuery? {
    switch form {
    case .exists(let query), .scalar(let query), .arrayOfRows(let query),
      .isAmongRows(_, let query), .quantifiedRows(_, _, _, let query):
      query
    default: nil
    }
  }

  /// All columns that it names, also further out in queries within it.
  var columns: [Column] {
    if case .column(let column) = form { return [column] }
    return (parts + (query?.outer ?? [])).flatMap(\.columns)
  }

  /// Whether rows have to be counted together to know it.
  package var containsAggregate: Bool {
    if case .aggregate = form { return true }
    return parts.contains(where: \.containsAggregate)
  }

  /// The same for what is the same, wherever it was written.
  package var signature: String {
    let inner = parts.map(\.signature).joined(separator: ",")
    return "\(head)(\(inner))"
  }

  /// What is written in the same way within one query means the same there.
  private var queryText: String {
    "(\(query?.source ?? "")) \((query?.outer ?? []).map(\.signature).joined(separator: ","))"
  }

  private var head: String {
    switch form {
    case .null: "null"
    case .text(let text): "'\(text)':\(kind)"
    case .whole(let value): "\(value)"
    case .real(let value): "r\(value)"
    case .decimal(let spelling): "d\(spelling)"
    case .bool(let value): "\(value)"
    case .parameter(let name): ":\(name)"
    case .column(let column): "#\(column.source).\(column.index)"
    case .convert: "as \(kind.typeName)"
    case .apply(let operation, _): operation
    case .compare(let sign, _, _): sign
    case .not: "not"
    case .and: "and"
    case .or: "or"
    case .isNull: "null?"
    case .isTruth(_, let truth): "is \(truth.map(String.init) ?? "unknown")"
    case .isDistinct: "distinct"
    case .isAmong: "in"
    case .quantified(let sign, _, let isAll, _): "\(sign) \(isAll)"
    case .caseOf(let operand, let branches, let last):
      "case \(operand == nil) \(branches.count) \(last == nil)"
    case .array: "array"
    case .row: "row"
    case .aggregate(let aggregate):
      "\(aggregate.operation) \(aggregate.isDistinct) \(aggregate.window != nil)"
    case .exists: "exists \(queryText)"
    case .scalar: "scalar \(queryText)"
    case .arrayOfRows: "rows \(queryText)"
    case .isAmongRows: "among \(queryText)"
    case .quantifiedRows(let sign, _, let isAll, _): "\(sign) \(isAll) \(queryText)"
    }
  }
}

extension TypedWindow {
  fileprivate var parts: [Typed] {
    var parts = partition + order.map(\.value)
    for bound in [frame?.start, frame?.end].compactMap({ $0 }) {
      switch bound {
      case .preceding(let count), .following(let count): parts.append(count)
      default: break
      }
    }
    return parts
  }
}
