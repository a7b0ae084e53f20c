internal import Assets

/// Makes of what was typed what PostgreSQL takes for the same, by edits at the places of the tree's nodes: comments and
/// spaces stay as they are.
package struct PostgreSQLText {
  private let text: String
  /// What stands for the bytes of a range; an empty range where something is added.
  private var edits: [Range<Int>: String] = [:]
  private let names: any PostgreSQLNames
  /// The tables that are named so far.
  private var tables: [Int: Table] = [:]

  /// - Throws: a `usage` fault for a function that PostgreSQL does not have.
  package init(_ text: String, names: any PostgreSQLNames) throws {
    (self.text, self.names) = (text, names)
    let tokens = try Lexer.tokens(of: text)
    for (index, token) in tokens.enumerated() {
      if token.kind == .parameter { edits[token.range] = ":'\(token.spelling)'" }
      guard token.isWord(in: Self.unknown) else { continue }
      if token.folded == "glob" || index + 1 < tokens.count && tokens[index + 1].isSymbol("(") {
        throw Fault.language(
          "PostgreSQL has no \(token.spelling)", advice: "write it as PostgreSQL has it",
          at: token.range.lowerBound, of: text)
      }
    }
  }

  /// SQLite's, which the language takes too.
  private static let unknown: Set<String> = Set(Function.ofSQLite.map(\.name)).union([
    "datetime", "glob", "group_concat", "ifnull", "iif", "instr", "json_group_array",
    "json_group_object", "julianday", "strftime", "total", "unixepoch",
  ])

  /// What has become of the bytes of a range.
  package func text(in range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var at = range.lowerBound
    let inside = edits.filter {
      $0.key.lowerBound >= range.lowerBound && $0.key.upperBound <= range.upperBound
    }
    let sorted = inside.sorted {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }
    for (place, replacement) in sorted where place.lowerBound >= at {
      result += String(decoding: bytes[at..<place.lowerBound], as: UTF8.self) + replacement
      at = place.upperBound
    }
    return result + String(decoding: bytes[at..<range.upperBound], as: UTF8.self)
  }

  package var whole: String { text(in: 0..<text.utf8.count) }

  /// An absent map counts as an empty one, and text compares byte by byte.
  package mutating func edit(_ value: Typed) {
    if case .apply("hstore_contains", let parts) = value.form,
      let condition = containment(parts[0], of: parts[1])
    {
      return replace(value.range, text: condition)
    }
    switch value.form {
    case .column(let column):
      if let name = names.column(column) { replace(value.range, text: name) }
    case .apply(let operation, let parts) where Self.askingMaps.contains(operation):
      for part in parts where part.kind.isMap && !part.isConstant { coalesce(part) }
    case .apply("greatest", let parts), .apply("least", let parts): collate(parts[0])
    case .compare(let sign, let left, _) where sign != "=" && sign != "<>": collate(left)
    case .aggregate(let aggregate) where ["min", "max"].contains(aggregate.operation):
      aggregate.arguments.first.map { collate($0) }
    default: break
    }
    for part in value.parts { edit(part) }
    if let query = value.query { edit(query) }
  }

  private static let askingMaps: Set<String> = [
    "defined", "exist", "hstore_contains", "map_has_all", "map_has_any",
  ]

  private mutating func replace(_ range: Range<Int>, text: String) {
    if !range.isEmpty { edits[range] = text }
  }

  /// Whether a map has pairs, where its keys may have several values; nil where only `hstore` can tell.
  private func containment(_ map: Typed, of literal: Typed) -> String? {
    guard case .column(let column) = map.form, let text = literal.constantText,
      let pairs = try? MapLiteral(hstore: text)
    else { return nil }
    let written = String(decoding: Array(self.text.utf8)[map.range], as: UTF8.self)
    let name = [column.name, "\"\(column.name)\""].first { name in
      written.foldedASCII.hasSuffix(name.foldedASCII)
    }
    return name.flatMap { name in
      names.condition(
        PostgreSQLMap(
          column: column, table: tables[column.source],
          qualifier: String(decoding: Array(written.utf8.dropLast(name.utf8.count)), as: UTF8.self)
        ), contains: pairs)
    }
  }

  private mutating func coalesce(_ map: Typed) {
    if case .column(let column) = map.form, let name = names.column(column) {
      return replace(map.range, text: "coalesce(\(name), '')")
    }
    guard !map.range.isEmpty, edits[map.range] == nil else { return }
    if case .column = map.form {
      let name = String(decoding: Array(text.utf8)[map.range], as: UTF8.self)
      return replace(map.range, text: "coalesce(\(name), '')")
    }
    edits[map.range.lowerBound..<map.range.lowerBound] = "coalesce("
    edits[map.range.upperBound..<map.range.upperBound] = ", '')"
  }

  private mutating func collate(_ value: Typed) {
    guard value.kind == .text, !value.range.isEmpty else { return }
    edits[value.range.upperBound..<value.range.upperBound] = " COLLATE \"C\""
  }
}

extension PostgreSQLText {
  package mutating func edit(_ query: TypedQuery) {
    for table in query.with { edit(table.query) }
    switch query.body {
    case .select(let select):
      for item in select.from { edit(item) }
      let values = select.items + select.distinctOn + select.group
      for value in values + [select.filter, select.having].compactMap({ $0 }) { edit(value) }
    case .values(let rows): for row in rows { for value in row { edit(value) } }
    case .set(_, _, let left, let right):
      edit(left)
      edit(right)
    }
    for term in query.order where term.column == nil { edit(term.value) }
  }

  private mutating func edit(_ item: TypedFrom) {
    switch item {
    case .table(let id, let table, let range, let hasAlias):
      tables[id] = table
      guard let name = names.table(table) else { return }
      // What names its columns may name it.
      let typed = String(decoding: Array(text.utf8)[range], as: UTF8.self).foldedASCII
      let last = typed.split { $0 == "." || $0 == "\"" }.last ?? ""
      replace(range, text: hasAlias ? name : "\(name) AS \"\(last)\"")
    case .commonTable: break
    case .query(_, let query), .lateral(_, let query): edit(query)
    case .function(_, _, let arguments, _): for argument in arguments { edit(argument) }
    case .join(_, let left, let right, let condition):
      edit(left)
      edit(right)
      if let condition { edit(condition) }
    }
  }
}
