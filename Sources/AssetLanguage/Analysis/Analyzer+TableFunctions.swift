internal import Assets

extension Analyzer {
  /// A function that has a row for each of several values: `UNNEST(array) AS name`.
  func tableFunction(
    _ call: Call, withOrdinality: Bool, alias: FromSyntax.Alias, at range: Range<Int>,
    in scope: Scope
  ) throws -> TypedFrom {
    let name = call.name.folded
    guard call.filter == nil, call.window == nil, !call.isDistinct, !call.isOfAll,
      call.order.isEmpty
    else { throw fault("\(name) takes arguments only, as a table", advice: nil, at: range) }
    guard Function.byName[name]?.first?.role == .table else { throw noTable(call) }
    // The tables before it are there to take the arguments from.
    let arguments = try call.arguments.map { try value($0, in: scope) }
    let id = nextID()
    let table = alias.name?.folded ?? name
    if name == "unnest", arguments.count > 1 {
      return try unnest(
        arguments, id: id, withOrdinality: withOrdinality, alias: alias, call: call, in: scope)
    }
    let (function, typed, kind) = try resolve(call, arguments: arguments)
    var columns =
      Self.columns(of: function.operation, kind: kind) ?? [
        Table.Column(alias.columns.first?.spelling ?? table, of: kind)
      ]
    if withOrdinality {
      guard !Self.ofKeys.contains(function.operation) else {
        throw fault(
          "keys come in no order, and have no numbers", advice: "leave ORDINALITY out", at: range)
      }
      columns.append(Table.Column("ordinality", of: .bigint))
    }
    columns = try renamed(columns, alias: alias, at: range)
    scope.sources.append(Scope.Source(id: id, qualifiers: [table], columns: columns))
    return .function(id, operation: function.operation, typed, element: kind)
  }

  private static let ofKeys: Set<String> = [
    "each", "json_each", "json_object_keys", "json_pairs", "json_pairs_text", "json_tree", "skeys",
    "svals",
  ]

  /// The columns of those that have several.
  static func columns(of operation: String, kind: Kind) -> [Table.Column]? {
    switch operation {
    case "each", "json_pairs_text":
      [Table.Column("key", of: .text), Table.Column("value", of: .text)]
    case "json_pairs": [Table.Column("key", of: .text), Table.Column("value", of: .json)]
    case "json_each", "json_tree":
      [
        Table.Column("key", of: .any), Table.Column("value", of: .any),
        Table.Column("type", of: .text),
        Table.Column("atom", of: .any), Table.Column("id", of: .bigint),
        Table.Column("parent", of: .bigint),
        Table.Column("fullkey", of: .text), Table.Column("path", of: .text),
      ]
    default: nil
    }
  }

  private func renamed(
    _ columns: [Table.Column], alias: FromSyntax.Alias, at range: Range<Int>
  ) throws -> [Table.Column] {
    guard alias.columns.count <= columns.count else {
      throw fault(
        "it has \(columns.count == 1 ? "one column" : "\(columns.count) columns")",
        advice: "name it: unnest(array) AS t(x)", at: alias.columns[columns.count].range)
    }
    return columns.enumerated().map { index, column in
      index < alias.columns.count
        ? Table.Column(alias.columns[index].spelling, of: column.kind) : column
    }
  }

  /// `UNNEST(a, b) AS t(x, y)`: side by side, the shorter ones filled up with NULL.
  private func unnest(
    _ arguments: [Typed], id: Int, withOrdinality: Bool, alias: FromSyntax.Alias,
    call: Call, in scope: Scope
  ) throws -> TypedFrom {
    var columns: [Table.Column] = []
    for argument in arguments {
      guard let element = argument.kind.element else {
        throw fault("UNNEST takes arrays, not \(argument.kind)", advice: nil, at: argument.range)
      }
      columns.append(Table.Column("unnest", of: element == .unknown ? .text : element))
    }
    if withOrdinality { columns.append(Table.Column("ordinality", of: .bigint)) }
    columns = try renamed(columns, alias: alias, at: call.name.range)
    let table = alias.name?.folded ?? "unnest"
    scope.sources.append(Scope.Source(id: id, qualifiers: [table], columns: columns))
    return .function(id, operation: "unnest_all", arguments, element: .json)
  }

  private func noTable(_ call: Call) -> Fault {
    let name = call.name.folded
    if Function.byName[name] != nil {
      return fault(
        "\(name) gives a value, and is no table", advice: "call it in SELECT", at: call.name.range)
    }
    let names = Function.all.filter { $0.role == .table }.map(\.name)
    return fault(
      "there is no function '\(name)' that is a table",
      advice: Self.insteadOfFunctions[name]
        ?? nearest(to: name, in: names).map { "did you mean '\($0)'?" },
      at: call.name.range)
  }
}
