internal import Assets

/// Fields and keys of maps, as options take them.
enum PathList {
  /// Reads `_key, tags.env`: commas stand between, and spaces around a path are none of it. A path in double quotes may
  /// hold either; two quotes in it are one.
  static func paths(_ text: String, of option: String) throws -> [FieldPath] {
    try texts(text, of: option).map { FieldPath(asking: $0) }
  }

  /// Reads `owner,env`, in the same way.
  static func texts(_ text: String, of option: String) throws -> [String] {
    var paths: [String] = []
    var rest = text.unicodeScalars[...]
    repeat {
      rest = rest.drop { $0 == " " }
      let path = rest.first == "\"" ? try quoted(&rest, of: option) : bare(&rest)
      if !path.isEmpty { paths.append(path) }
      rest = rest.drop { $0 == " " }
      guard rest.isEmpty || rest.first == "," else {
        throw Fault(
          .usage, what: "\(option) \(text)", why: "something stands behind a path in double quotes",
          advice: "put a comma between")
      }
    } while rest.popFirst() != nil
    return paths
  }

  private static func bare(_ rest: inout Substring.UnicodeScalarView) -> String {
    var path = rest.prefix { $0 != "," }
    rest = rest[path.endIndex...]
    while path.last == " " { path.removeLast() }
    return String(path)
  }

  private static func quoted(
    _ rest: inout Substring.UnicodeScalarView, of option: String
  ) throws -> String {
    var path = String.UnicodeScalarView()
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { return String(path) }
        rest.removeFirst()
      }
      path.append(scalar)
    }
    throw Fault(
      .usage, what: "\(option) \"\(String(path))", why: "its double quote is not closed",
      advice: "close it behind the path")
  }

  /// Reads `field`, `field:asc` or `field:desc`.
  static func sort(_ text: String) throws -> Query.Sort {
    let orders: [(suffix: String, isDescending: Bool)] = [(":desc", true), (":asc", false)]
    for (suffix, isDescending) in orders {
      let rest = text.utf8.dropLast(suffix.utf8.count)
      let end = String(decoding: text.utf8.suffix(suffix.utf8.count), as: UTF8.self)
      guard end.lowercased() == suffix else { continue }
      return Query.Sort(
        FieldPath(asking: String(decoding: rest, as: UTF8.self)), descending: isDescending)
    }
    let path = FieldPath(asking: text)
    // The keys of maps may have colons, and fields have none.
    if path.key == nil, !path.isExpression,
      let (field, order) = text.split(atFirst: ":")
    {
      throw Fault(
        .usage, what: "--sort \(text)", why: "'\(order)' is no order",
        advice: "write \(field):asc or \(field):desc")
    }
    return Query.Sort(path)
  }
}
