internal import AssetJSON
internal import AssetLanguage
internal import Assets
internal import AssetSQLite

/// Casts of arrays: of each member, or of PostgreSQL's text `{a,b}`. Kinds come by the names of their types.
final class ArrayConversions {
  private let inspector = JSONInspector()

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let functions = ArrayConversions()
    try connection.define("array_read", arguments: 2) { arguments throws(FunctionFault) in
      guard let text = arguments.text(at: 0) else { return .null }
      guard let members = ArrayText.members(of: text) else {
        throw FunctionFault("'\(text.shortened(toScalars: 40))' is no array")
      }
      let type = arguments.text(at: 1) ?? "text"
      let read = try members.map { member throws(FunctionFault) in
        try member.map { member throws(FunctionFault) in try convert(member, type: type) } ?? .null
      }
      return .text(JSONValue.array(read).text)
    }
    try connection.define("array_convert", arguments: 3) { arguments throws(FunctionFault) in
      guard let members = try functions.inspector.array(arguments, at: 0, of: "a cast") else {
        return .null
      }
      let type = arguments.text(at: 2) ?? "text"
      let converted = try members.map { member throws(FunctionFault) in
        guard let text = member.castText else { return JSONValue.null }
        return try convert(ShownMembers.text(text, type: arguments.text(at: 1, or: "")), type: type)
      }
      return .text(JSONValue.array(converted).text)
    }
  }

  private static func convert(
    _ text: String, type: String
  ) throws(FunctionFault) -> JSONValue {
    let fault = FunctionFault("'\(text.shortened(toScalars: 40))' is no \(type)")
    switch type {
    case "text", "json", "interval", "date": return .string(text)
    case "timestamp":
      guard let moment = try? Moment(text: text.utf8.span) else { throw fault }
      return .string(moment.sortableText)
    case "inet", "cidr":
      guard let address = InternetAddress(text) else { throw fault }
      return .string(address.sortable)
    case "integer", "bigint":
      guard let number = Numeric(spelling: text.trimmingSpace)?.integer else { throw fault }
      return .number("\(number)")
    case "numeric":
      guard let number = Numeric(spelling: text.trimmingSpace) else { throw fault }
      return .number(number.text)
    case "double precision":
      guard let number = Double(text.trimmingSpace), number.isFinite else { throw fault }
      return .number(FloatText.text(of: number))
    case "boolean":
      switch text.lowercased() {
      case "t", "true", "yes", "on", "1": return .bool(true)
      case "f", "false", "no", "off", "0": return .bool(false)
      default: throw fault
      }
    default: throw FunctionFault("there is no cast of arrays to \(type)[]")
    }
  }
}

extension JSONValue {
  /// What a cast to text gives of a member; nil for null.
  fileprivate var castText: String? {
    if case .bool(let value) = self { value ? "true" : "false" } else { plainText }
  }
}
