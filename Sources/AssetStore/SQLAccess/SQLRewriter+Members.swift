internal import Assets

extension SQLRewriter {
  /// Functions that PostgreSQL takes for tables with a row for each member of an array.
  private static let memberFunctions: Set<String> = [
    "unnest", "json_array_elements", "json_array_elements_text",
  ]

  private static let maxReferences = 64

  /// `FROM t, UNNEST(array) AS name` becomes SQLite's `json_each(array) AS name`, and the column that PostgreSQL calls
  /// by the same name becomes `name.value`.
  mutating func rewriteMembers() throws {
    let references = tokens.tableReferences()
      .filter { $0.isCall && Self.memberFunctions.contains($0.name) }
    guard let last = references.last else { return }
    // SQLite joins no more.
    guard references.count <= Self.maxReferences else {
      throw fault(
        "it takes apart more than \(Self.maxReferences) arrays", "ask in several queries",
        at: last.tokens.lowerBound)
    }
    let selects = tokens.indices.filter { tokens[$0].isWord("select") }
    let selected = Set(selects.flatMap { tokens.selectItems($0).items })
    for reference in references {
      guard let close = tokens.partner(of: reference.tokens.upperBound) else { continue }
      let members = try memberTable(reference, close)
      replace(reference.tokens.lowerBound, with: "json_each")
      let table = AssetTable.quote(members.table)
      if members.names.isEmpty {
        edits.insert(" AS \(table)", behind: tokens[close].range.upperBound)
      } else {
        let (first, last) = (members.names.lowerBound, members.names.upperBound - 1)
        edits.replace(
          tokens[first].range.lowerBound..<tokens[last].range.upperBound, with: "AS \(table)")
      }
      renameColumn(members, besides: reference.tokens.lowerBound..<members.end, selected)
    }
  }

  private struct MemberTable {
    let table: String
    let column: String
    /// The tokens that name them: `AS table(column)`, or a part of that.
    let names: Range<Int>
    let end: Int
  }

  private func memberTable(
    _ reference: SQLTableReference, _ close: Int
  ) throws -> MemberTable {
    var end = close + 1
    if tokens[end].isWord("as") { end += 1 }
    guard tokens[end].isName, !tokens[end].isWord(in: SQLToken.keywords) else {
      return MemberTable(
        table: reference.name, column: reference.name, names: close + 1..<close + 1,
        end: close + 1)
    }
    let table = tokens[end].folded
    end += 1
    guard tokens[end].isSymbol("("), let behind = tokens.partner(of: end) else {
      return MemberTable(table: table, column: table, names: close + 1..<end, end: end)
    }
    guard tokens[end + 1].isName, behind == end + 2 else {
      throw fault(
        "\(reference.name) has one column", "name it: \(reference.name)(array) AS t(x)", at: end)
    }
    return MemberTable(
      table: table, column: tokens[end + 1].folded, names: close + 1..<behind + 1, end: behind + 1)
  }

  private mutating func renameColumn(
    _ members: MemberTable, besides taken: Range<Int>, _ selected: Set<Range<Int>>
  ) {
    for index in tokens.selectPlaces(around: taken.lowerBound)
    where !taken.contains(index) && tokens[index].isName && tokens[index].folded == members.column {
      let isAlias = tokens[index - 1].isWord("as")
      guard !isAlias, !tokens[index + 1].isSymbol(in: [".", "("]) else { continue }
      let isQualified = tokens[index - 1].isSymbol(".")
      guard !isQualified || tokens[index - 2].folded == members.table else { continue }
      let column = isQualified ? index - 2..<index + 1 : index..<index + 1
      let qualifier = isQualified ? "" : AssetTable.quote(members.table) + "."
      // SQLite would call the column of the result "value".
      let name = selected.contains(column) ? " AS \(AssetTable.quote(members.column))" : ""
      replace(index, with: qualifier + "value" + name)
    }
  }
}

extension SQLTokens {
  private static let compounds: Set<String> = ["union", "intersect", "except"]

  /// The places of the SELECT that has a table, queries within it too.
  fileprivate func selectPlaces(around table: Int) -> Range<Int> {
    let start = select(of: table) ?? 0
    var end = table
    while !isEnd(end, Self.compounds) { end = placeBehind(end) }
    return start..<max(start, end)
  }
}
