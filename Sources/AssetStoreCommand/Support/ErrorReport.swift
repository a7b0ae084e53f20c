internal import AssetJSON
internal import AssetOutput
internal import Assets

/// How a fault is told.
enum ErrorFormat: String, CaseIterable {
  case text, json
}

extension Fault {
  /// One line, and two more if there is a place to point at. What comes from the data is shown with its control
  /// characters escaped.
  func report(_ format: ErrorFormat) -> String {
    switch format {
    case .text:
      "error: " + DisplayText.escaped(description.shortened(toScalars: 2_000))
        + (excerpt?.pointed ?? "")
    case .json: json.shownText
    }
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("kind", value: .string(kind.rawValue)),
      .init("exit_code", value: JSONValue(Int(kind.exitCode))),
      .init("what", value: .string(what)), .init("why", value: .string(why)),
    ]
    if let advice { members.append(.init("advice", value: .string(advice))) }
    if isDone != false { members.append(.init("done", value: isDone.map(JSONValue.bool) ?? .null)) }
    if let place {
      members.append(.init("line", value: JSONValue(place.line)))
      members.append(.init("byte", value: JSONValue(place.byte)))
    }
    if let excerpt {
      members.append(.init("expression", value: .string(excerpt.text)))
      members.append(.init("offset", value: JSONValue(excerpt.offset)))
    }
    return ["error": .object(members)]
  }
}

extension TextPlace {
  /// The text on a line, and a caret below the place.
  fileprivate var pointed: String {
    let (before, behind) = surroundings
    let indent = String(repeating: " ", count: DisplayText.width(of: before))
    return "\n  " + DisplayText.escaped(before) + DisplayText.escaped(behind) + "\n  \(indent)^"
  }
}
