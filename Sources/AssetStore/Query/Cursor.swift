internal import AssetExports
internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Where a page of a query ended, so that the next begins there. As ids only grow and stay with their assets, a page has
/// no asset of the one before it, whatever is written in between; with a sort, an asset whose value changes moves.
package struct Cursor: Hashable, Sendable {
  /// The type of the last asset: they come type by type where nothing is sorted by.
  let type: String
  let id: Int64
  /// What the query sorts by, and what the last asset has of it.
  let sort: String
  let values: [Value]

  /// What the query has to sort by.
  static func describe(_ sort: [Query.Sort]) -> String {
    sort.map { "\($0.path)\($0.descending ? " desc" : "")" }.joined(separator: ", ")
  }

  /// - Throws: `usage` if the query sorts by something else.
  func require(_ query: Query) throws {
    guard sort == Self.describe(query.sort) else {
      throw Fault(
        .usage, what: "--after", why: "it goes on with a page that was sorted by '\(sort)'",
        advice: "repeat the query as it was, with the same --sort")
    }
  }
}

extension Cursor {
  /// Reads what `text` gives.
  ///
  /// - Throws: `usage` for anything else.
  package init(_ text: String) throws {
    let bytes = stride(from: 0, to: text.utf8.count, by: 2).compactMap { offset in
      UInt8(String(decoding: text.utf8.dropFirst(offset).prefix(2), as: UTF8.self), radix: 16)
    }
    guard let parts = try? JSONValue(parsing: bytes, named: "a cursor").array, parts.count == 4,
      let type = parts[0].string, let id = parts[1].integer, id < .max,
      let sort = parts[2].string, let values = parts[3].array
    else {
      throw Fault(
        .usage, what: "--after", why: "it is no cursor",
        advice: "take it from the note that the page before it ends with")
    }
    self.init(type: type, id: Int64(id), sort: sort, values: values.map { Value($0) })
  }

  /// Letters and digits that `init` reads.
  package var text: String {
    let parts: JSONValue = [
      .string(type), JSONValue(Int(id)), .string(sort), .array(values.map { JSONValue($0) }),
    ]
    return hexadecimal(parts.text.utf8)
  }
}

extension Value {
  fileprivate init(_ json: JSONValue) {
    switch json {
    case .string(let text): self = .text(text)
    case .number(let text): self = Int64(text).map(Value.integer) ?? .real(Double(text) ?? 0)
    case .null, .bool, .array, .object: self = .null
    }
  }
}

extension JSONValue {
  fileprivate init(_ value: AssetSQLite.Value) {
    switch value {
    case .null, .blob: self = .null
    case .integer(let integer): self = .number("\(integer)")
    case .real(let real):
      var text: [UInt8] = []
      JSONText.append(real: real, to: &text)
      self = .number(String(decoding: text, as: UTF8.self))
    case .text(let text): self = .string(text)
    }
  }
}

extension Query.Sort {
  /// True of the rows that come after this value, or with it if `next` is true of them. What is missing comes last.
  func condition(after value: Value, column: String, next: SQLFragment) -> SQLFragment {
    let column: SQLFragment = "\(raw: column)"
    guard value != .null else { return "(\(column) IS NULL AND \(next))" }
    return """
      (\(column) \(raw: descending ? "<" : ">") \(bind: value) OR \(column) IS NULL \
      OR \(column) = \(bind: value) AND \(next))
      """
  }
}
