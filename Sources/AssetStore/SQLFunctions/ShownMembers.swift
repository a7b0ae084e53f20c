internal import AssetJSON
internal import Assets
internal import AssetLanguage
internal import AssetSQLite

/// Arrays hold moments and addresses as what sorts as they do; this is how they are shown.
enum ShownMembers {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    let inspector = JSONInspector()
    try connection.define("array_shown", arguments: 2) { arguments throws(FunctionFault) in
      guard let members = try inspector.array(arguments, at: 0, of: "an array") else {
        return .null
      }
      return .text(
        JSONValue.array(members).shown(as: arguments.text(at: 1, or: "")).text)
    }
  }

  /// A text that stands for a value of such a type.
  static func text(_ text: String, type: String) -> String {
    switch type {
    case "timestamp": text + "Z"
    case "inet": InternetAddress(sortable: text.utf8.span)?.text() ?? text
    case "cidr": InternetAddress(sortable: text.utf8.span)?.text(isNetwork: true) ?? text
    default: text
    }
  }
}

extension JSONValue {
  /// - Parameter type: PostgreSQL's name for what the members are.
  func shown(as type: String) -> JSONValue {
    switch self {
    case .array(let members): .array(members.map { $0.shown(as: type) })
    case .string(let text): .string(ShownMembers.text(text, type: type))
    default: self
    }
  }
}
