internal import Assets

extension Analyzer {
  /// A function that has a row for each of several values: `UNNEST(array) AS name`.
  func tableFunction(
    _ call: Call, _ withOrdinality: Bool, _ alias: FromSyntax.Alias, _ range: Range<Int>,
    _ scope: Scope
  ) throws -> TypedFrom {
    let name = call.name.folded
    guard call.filter == nil, call.window == nil, !call.isDistinct, !call.isOfAll,
      call.order.isEmpty
    else { throw fault("\(name) takes arguments only, as a table", nil, at: range) }
    guard Function.byName[name]?.first?.role == .table else { throw noTable(call) }
    // The tables before it are there to take the arguments from.
    let arguments = try call.arguments.map { try value($0, scope) }
    let id = nextID()
    let table = alias.name?.folded ?? name
    if name == "unnest", arguments.count > 1 {
      return try unnest(arguments, id, withOrdinality, alias, call, scope)
    }
    let (function, typed, kind) = try resolve(call, arguments)
    var columns =
      Self.columns(of: function.operation, kind) ?? [
        Table.Column(alias.columns.first?.spelling ?? table, kind)
      ]
    if withOrdinality {
      guard !Self.ofKeys.contains(function.operation) else {
        throw fault("keys come in no order, and have no numbers", "leave ORDINALITY out", at: range)
      }
      columns.append(Table.Column("ordinality", .bigint))
    }
    columns = try renamed(columns, alias, range)
    scope.sources.append(Scope.Source(id: id, qualifiers: [table], columns: columns))
    return .function(id, operation: function.operation, typed, element: kind)
  }

  private static let ofKeys: Set<String> = [
    "each", "json_each", "json_object_keys", "json_pairs", "json_pairs_text", "json_tree", "skeys",
    "svals",
  ]

  /// The columns of those that have several.
  static func columns(of operation: String, _ kind: Kind) -> [Table.Column]? {
    switch operation {
    case "each", "json_pairs_text": [Table.Column("key", .text), Table.Column("value", .text)]
    case "json_pairs": [Table.Column("key", .text), Table.Column("value", .json)]
    case "json_each", "json_tree":
      [
        Table.Column("key", .any), Table.Column("value", .any), Table.Column("type", .text),
        Table.Column("atom", .any), Table.Column("id", .bigint), Table.Column("parent", .bigint),
        Table.Column("fullkey", .text), Table.Column("path", .text),
      ]
    default: nil
    }
  }

  private func renamed(
    _ columns: [Table.Column], _ alias: FromSyntax.Alias, _ range: Range<Int>
  ) throws -> [Table.Column] {
    guard alias.columns.count <= columns.count else {
      throw fault(
        "it has \(columns.count == 1 ? "one column" : "\(columns.count) columns")",
        "name it: unnest(array) AS t(x)", at: alias.columns[columns.count].range)
    }
    return columns.enumerated().map { index, column in
      index < alias.columns.count
        ? Table.Column(alias.columns[index].spelling, column.kind) : column
    }
  }

  /// `UNNEST(a, b) AS t(x, y)`: side by side, the shorter ones filled up with NULL.
  private func unnest(
    _ arguments: [Typed], _ id: Int, _ withOrdinality: Bool, _ alias: FromSyntax.Alias,
    _ call: Call, _ scope: Scope
  ) throws -> TypedFrom {
    var columns: [Table.Column] = []
    for argument in arguments {
      guard let element = argument.kind.element else {
        throw fault("UNNEST takes arrays, not \(argument.kind)", nil, at: argument.range)
      }
      columns.append(Table.Column("unnest", element == .unknown ? .text : element))
    }
    if withOrdinality { columns.append(Table.Column("ordinality", .bigint)) }
    columns = try renamed(columns, alias, call.name.range)
    let table = alias.name?.folded ?? "unnest"
    scope.sources.append(Scope.Source(id: id, qualifiers: [table], columns: columns))
    return .function(id, operation: "unnest_all", arguments, element: .json)
  }

  private func noTable(_ call: Call) -> Fault {
    let name = call.name.folded
    if Function.byName[name] != nil {
      return fault(
        "\(name) gives a value, and is no table", "call it in SELECT", at: call.name.range)
    }
    let names = Function.all.filter { $0.role == .table }.map(\.name)
    return fault(
      "there is no function '\(name)' that is a table",
      nearest(to: name, in: names).map { "did you mean '\($0)'?" }, at: call.name.range)
  }
}
