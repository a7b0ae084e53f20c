internal import Assets

extension SQLRewriter {
  /// Functions that PostgreSQL takes for tables with a row for each member of an array.
  private static let memberFunctions: Set<String> = [
    "unnest", "json_array_elements", "json_array_elements_text",
  ]

  /// `FROM t, UNNEST(array) AS name` becomes SQLite's `json_each(array) AS name`, and the column that PostgreSQL calls
  /// by the same name becomes `name.value`.
  mutating func rewriteMembers() throws {
    for reference in tokens.tableReferences()
    where reference.isCall && Self.memberFunctions.contains(reference.name) {
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
      renameColumn(members, besides: reference.tokens.lowerBound..<members.end)
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

  private mutating func renameColumn(_ members: MemberTable, besides taken: Range<Int>) {
    for index in tokens.indices
    where !taken.contains(index) && tokens[index].isName && tokens[index].folded == members.column {
      let isAlias = tokens[index - 1].isWord("as")
      guard !isAlias, !tokens[index + 1].isSymbol(in: [".", "("]) else { continue }
      if tokens[index - 1].isSymbol(".") {
        guard tokens[index - 2].folded == members.table else { continue }
        replace(index, with: "value" + resultName(index - 2..<index + 1, members))
      } else {
        let name = resultName(index..<index + 1, members)
        replace(index, with: "\(AssetTable.quote(members.table)).value\(name)")
      }
    }
  }

  /// SQLite would call the column of the result "value".
  private func resultName(_ operand: Range<Int>, _ members: MemberTable) -> String {
    isSelected(operand) ? " AS \(AssetTable.quote(members.column))" : ""
  }

  /// Whether the tokens are all of a column that is selected.
  private func isSelected(_ operand: Range<Int>) -> Bool {
    var before = operand.lowerBound - 1
    let (previous, next) = (tokens[before], tokens[operand.upperBound])
    guard previous.isWord(in: ["select", "distinct"]) || previous.isSymbol(","),
      next.isWord("from") || next.isSymbol(",")
    else { return false }
    while before >= 0 {
      if tokens[before].isWord("select") { return true }
      if tokens[before].isWord(in: ["by", "from", "where", "values", "having", "limit", "on"])
        || tokens[before].isSymbol("(")
      {
        return false
      }
      let isClose = tokens[before].isSymbol(in: [")", "]"])
      before = (isClose ? tokens.partner(of: before) : nil).map { $0 - 1 } ?? before - 1
    }
    return false
  }
}
