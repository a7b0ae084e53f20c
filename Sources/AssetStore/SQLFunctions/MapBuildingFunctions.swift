internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// What makes maps of maps, as PostgreSQL's hstore does, in the canonical text that the store keeps.
final class MapBuildingFunctions {
  private let inspector = JSONInspector()
  private typealias Members = [JSONValue.Member]

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = MapBuildingFunctions()
    try connection.define("map_concat", arguments: 2) { arguments throws(FunctionFault) in
      guard let one = try functions.map(arguments, at: 0),
        let other = try functions.map(arguments, at: 1)
      else { return .null }
      let taken = Set(other.map(\.name.exactly))
      return text(one.filter { !taken.contains($0.name.exactly) } + other)
    }
    try connection.define("map_delete", arguments: 2) { arguments throws(FunctionFault) in
      guard let map = try functions.map(arguments, at: 0), let key = arguments.bytes(at: 1) else {
        return .null
      }
      return text(map.filter { !$0.name.utf8.elementsEqual(key) })
    }
    try connection.define("map_delete_all", arguments: 2) { arguments throws(FunctionFault) in
      guard let map = try functions.map(arguments, at: 0),
        let keys = try functions.keys(arguments, at: 1)
      else { return .null }
      return text(map.filter { !keys.contains($0.name.exactly) })
    }
    try connection.define("map_delete_pairs", arguments: 2) { arguments throws(FunctionFault) in
      guard let map = try functions.map(arguments, at: 0),
        let pairs = try functions.map(arguments, at: 1)
      else { return .null }
      let values = Dictionary(pairs.map { ($0.name.exactly, $0.value) }) { first, _ in first }
      return text(map.filter { values[$0.name.exactly] != $0.value })
    }
    try connection.define("map_values", arguments: 2) { arguments throws(FunctionFault) in
      guard let map = try functions.map(arguments, at: 0),
        let keys = try functions.inspector.array(arguments, at: 1, of: "->")
      else { return .null }
      let there = Dictionary(map.map { ($0.name.exactly, $0.joined) }) { first, _ in first }
      let values = keys.map { key in key.string.flatMap { there[$0.exactly] } ?? .null }
      return .text(JSONValue.array(values).text)
    }
    try connection.define("map_of", arguments: 2) { arguments throws(FunctionFault) in
      guard let key = arguments.text(at: 0) else { return .null }
      return text([.init(key, value: arguments.text(at: 1).map(JSONValue.string) ?? .null)])
    }
    try connection.define("map_of_arrays", arguments: 2) { arguments throws(FunctionFault) in
      guard let keys = try functions.inspector.array(arguments, at: 0, of: "hstore") else {
        return .null
      }
      let values = try functions.inspector.array(arguments, at: 1, of: "hstore")
      return try map(keys, values: values ?? keys.map { _ in .null })
    }
    try connection.define("map_of_pairs", arguments: 1) { arguments throws(FunctionFault) in
      guard let all = try functions.inspector.array(arguments, at: 0, of: "hstore") else {
        return .null
      }
      guard all.count.isMultiple(of: 2) else {
        throw FunctionFault("hstore takes a value behind each key")
      }
      let places = stride(from: 0, to: all.count, by: 2)
      return try map(places.map { all[$0] }, values: places.map { all[$0 + 1] })
    }
    for (name, isAll) in [("map_has_any", false), ("map_has_all", true)] {
      try connection.define(name, arguments: 2) { arguments throws(FunctionFault) in
        guard let map = try functions.map(arguments, at: 0),
          let keys = try functions.keys(arguments, at: 1)
        else { return .null }
        let there = Set(map.map(\.name.exactly))
        return (isAll ? keys.isSubset(of: there) : !keys.isDisjoint(with: there)) ? 1 : 0
      }
    }
    try connection.define("hstore_text", arguments: 1) { arguments throws(FunctionFault) in
      guard let map = try functions.map(arguments, at: 0) else { return .null }
      return .text(map.hstoreText)
    }
    try connection.define("cast_hstore_csv", arguments: 1) { arguments throws(FunctionFault) in
      guard let text = arguments.text(at: 0) else { return .null }
      do throws(HstoreFault) {
        return .text(try MapLiteral(hstore: text).canonicalText)
      } catch {
        throw FunctionFault("the text is no map: \(error.reason)")
      }
    }
  }

  private func map(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> Members? {
    try inspector.map(arguments, at: index, of: "a function of maps")
  }

  private func keys(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> Set<ExactText>? {
    try inspector.array(arguments, at: index, of: "a list of keys").map { keys in
      Set(keys.compactMap { $0.string?.exactly })
    }
  }

  private static func map(
    _ keys: [JSONValue], values: [JSONValue]
  ) throws(FunctionFault) -> Value {
    guard keys.count == values.count else {
      throw FunctionFault("hstore takes as many values as keys")
    }
    var (members, taken): (Members, Set<ExactText>) = ([], [])
    for (key, value) in zip(keys, values) {
      guard let name = key.string else { throw FunctionFault("no key of a map is NULL") }
      if taken.insert(name.exactly).inserted { members.append(.init(name, value: value)) }
    }
    return text(members)
  }

  /// In the order of the keys' bytes.
  private static func text(_ members: Members) -> Value {
    let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return .text(JSONValue.object(sorted).text)
  }
}

extension JSONValue.Member {
  /// Several values as one text.
  fileprivate var joined: JSONValue {
    value.array.map { .string($0.compactMap(\.string).joined(separator: ",")) } ?? value
  }
}

extension [JSONValue.Member] {
  /// In PostgreSQL's order: shorter keys first.
  fileprivate var hstoreText: String {
    let quote = { (text: String) in
      "\"" + text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        + "\""
    }
    let sorted = sorted { one, other in
      one.name.utf8.count == other.name.utf8.count
        ? one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        : one.name.utf8.count < other.name.utf8.count
    }
    return sorted.map { member in
      "\(quote(member.name))=>\(member.joined.string.map(quote) ?? "NULL")"
    }.joined(separator: ", ")
  }
}
