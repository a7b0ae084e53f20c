internal import AssetFormats
internal import Assets

/// How a fault is told.
enum ErrorFormat: String, CaseIterable {
  case text, json
}

extension Fault {
  /// One line. What comes from the data is shown with its control characters escaped.
  func report(_ format: ErrorFormat) -> String {
    switch format {
    case .text: "error: " + DisplayText.escaped(description)
    case .json: json.text
    }
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("kind", .string(kind.rawValue)), .init("exit_code", JSONValue(Int(kind.exitCode))),
      .init("what", .string(what)), .init("why", .string(why)),
    ]
    if let advice { members.append(.init("advice", .string(advice))) }
    if let place {
      members.append(.init("line", JSONValue(place.line)))
      members.append(.init("byte", JSONValue(place.byte)))
    }
    return ["error": .object(members)]
  }
}
