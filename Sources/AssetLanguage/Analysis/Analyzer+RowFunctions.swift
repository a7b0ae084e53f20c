internal import Assets

extension Analyzer {
  /// A function with several rows among what SELECT shows: a row of the result for each, as if it stood in FROM.
  func rows(of call: Call, at range: Range<Int>, in scope: Scope) throws -> Typed {
    let name = call.name.folded
    let advice = "write it as a table: FROM t, \(name)(…) AS x"
    guard scope.clause == .items, !scope.isInAggregate else {
      throw fault("\(name) has several rows, and is no value", advice: advice, at: call.name.range)
    }
    guard scope.rowFunction == nil else {
      throw fault("a second function here has several rows", advice: advice, at: call.name.range)
    }
    let arguments = try call.arguments.map { try value($0, in: scope) }
    guard !arguments.contains(where: \.containsAggregate) else {
      throw fault(
        "\(name) takes what is counted only behind FROM", advice: advice, at: call.name.range)
    }
    let (function, typed, kind) = try resolve(call, arguments: arguments)
    guard Self.columns(of: function.operation, kind: kind) == nil else {
      throw fault("\(name) has several columns", advice: advice, at: call.name.range)
    }
    let id = nextID()
    scope.sources.append(
      Scope.Source(id: id, qualifiers: [], columns: [Table.Column(name, of: kind)], isHidden: true))
    scope.rowFunction = .function(id, operation: function.operation, typed, element: kind)
    return Typed(.column(.init(source: id, name: name, index: 0)), of: kind, at: range)
  }
}
