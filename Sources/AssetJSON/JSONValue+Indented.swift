internal import Assets

extension JSONValue {
  /// The value as JSON text to be shown: without spaces, and with escapes for what a terminal would obey.
  package var shownText: String { Self.shown(text) }

  /// The value as JSON text for people to edit: a member a line, except in objects and lists that hold no other.
  package var indentedText: String { Self.shown(indented(at: "")) }

  private static func shown(_ text: String) -> String {
    var bytes = Array(text.utf8)
    JSONText.escapeControls(in: &bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func indented(at indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .array(let elements) where elements.contains(where: \.isContainer):
      return "[\n" + elements.map { inner + $0.indented(at: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members) where members.contains(where: \.value.isContainer):
      let lines = members.map {
        inner + JSONValue.string($0.name).text + ": " + $0.value.indented(at: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return text
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }
}
