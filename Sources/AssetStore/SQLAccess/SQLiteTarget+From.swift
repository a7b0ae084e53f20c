internal import AssetLanguage
internal import Assets

extension SQLiteTarget {
  mutating func from(_ list: [TypedFrom]) throws -> String {
    guard !list.isEmpty else { return "" }
    let parts = try list.enumerated().map { index, item in
      let sql = try from(item)
      if index > 0, case .join = item { return "(\(sql))" }
      return sql
    }
    return " FROM \(parts.joined(separator: ", "))"
  }

  private mutating func from(_ item: TypedFrom) throws -> String {
    switch item {
    case .table(let id, let table, _, _):
      tables[id] = table
      return "\(table.name) AS t\(id)"
    case .query(let id, let query): return "(\(try self.query(query))) AS t\(id)"
    case .lateral(let id, let query): return try lateral(id, query: query)
    case .commonTable(let id, let table, _): return "w\(table) AS t\(id)"
    case .function(let id, let operation, let arguments, let element):
      return try function(id, operation: operation, arguments: arguments, element: element)
    case .join(let kind, let left, let right, let condition):
      let one = try from(left)
      var other = try from(right)
      if case .join = right { other = "(\(other))" }
      let word = kind == .cross || kind == .inner ? "JOIN" : "\(kind.rawValue.uppercased()) JOIN"
      let on = try condition.map { " ON \(try value($0))" } ?? ""
      return "\(one) \(word) \(other)\(on)"
    }
  }

  /// SQLite has no LATERAL, but functions in FROM that take what stands before them: the rows come as one array, each of
  /// them an array of what SQLite holds.
  private mutating func lateral(_ id: Int, query: TypedQuery) throws -> String {
    let rows = try self.query(query)
    let kinds = query.columns.map(\.kind)
    // JSON of SQLite has a double with fifteen digits.
    let cells = kinds.enumerated().map { index, kind in
      kind == .float ? "json(float_text(c\(index)))" : "c\(index)"
    }
    let name = "t\(id)"
    columns[id] = { index in
      let cell = "array_element(\(name).value, \(index + 1))"
      return kinds[index] == .float ? "CAST(\(cell) AS REAL)" : cell
    }
    let array = "json_group_array(json_array(\(cells.joined(separator: ", "))))"
    return "json_each((SELECT \(array) FROM (\(rows)))) AS \(name)"
  }

  private static let columnsOfEach = [
    "key", "value", "type", "atom", "id", "parent", "fullkey", "path",
  ]

  /// All of them are SQLite's `json_each` of an array or an object that another function gives.
  private mutating func function(
    _ id: Int, operation: String, arguments: [Typed], element: Kind
  ) throws -> String {
    let parts = try arguments.map { try value($0) }
    let name = "t\(id)"
    let list = parts.joined(separator: ", ")
    var source = "json_each(\(list))"
    var read = member("\(name).value", of: element)
    switch operation {
    case "json_each", "json_tree":
      columns[id] = { "\(name).\(Self.columnsOfEach[$0])" }
      return "\(operation)(\(list)) AS \(name)"
    case "unnest_all":
      source = "json_each(array_zip(\(list)))"
      let kinds = arguments.map { $0.kind.element ?? .text }
      let target = self
      columns[id] = { index in
        guard index < kinds.count else { return "(\(name).key + 1)" }
        return target.member("array_element(\(name).value, \(index + 1))", of: kinds[index])
      }
      return "\(source) AS \(name)"
    case "json_array_elements":
      source = "json_each(as_array(\(list)))"
      read = "json_value(\(name).type, \(name).value)"
    case "json_array_elements_text":
      source = "json_each(as_array(\(list)))"
      read = "json_text(\(name).type, \(name).value)"
    case "json_object_keys":
      source = "json_each(as_object(\(list)))"
      read = "\(name).key"
    case "skeys": read = "\(name).key"
    case "svals": source = "json_each(avals(\(list)))"
    case "each":
      columns[id] = { $0 == 0 ? "\(name).key" : "map_text(\(name).type, \(name).value)" }
      return "\(source) AS \(name)"
    case "json_pairs", "json_pairs_text":
      let function = operation == "json_pairs" ? "json_value" : "json_text"
      columns[id] = { $0 == 0 ? "\(name).key" : "\(function)(\(name).type, \(name).value)" }
      return "json_each(as_object(\(list))) AS \(name)"
    case "string_to_table": source = "json_each(string_to_array(\(list)))"
    case "regexp_split_to_table": source = "json_each(regexp_split_to_array(\(list)))"
    case "regexp_matches", "generate_series", "generate_times":
      source = "json_each(\(operation)(\(list)))"
    default: break
    }
    let first = read
    columns[id] = { index in index == 0 ? first : "(\(name).key + 1)" }
    return "\(source) AS \(name)"
  }
}
