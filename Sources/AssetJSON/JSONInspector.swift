internal import Assets

/// Says of texts whether they are JSON, and of what kind. Not safe to share: it keeps its parser.
package final class JSONInspector {
  private var parser = JSONParser()
  private var buffer: [UInt8] = []

  package init() {}

  /// What SQLite's `json_type` calls the value; nil if it is no JSON, or holds what the store does not take.
  package func kind(of text: Span<UInt8>) -> String? {
    read(text) { tape in
      switch tape.kind(at: JSONTape.root) {
      case .object: "object"
      case .array: "array"
      case .string: "text"
      case .signed, .unsigned: "integer"
      case .double: "real"
      case .true: "true"
      case .false: "false"
      default: "null"
      }
    }
  }

  /// Lends the tape of a text; nil if it is no JSON.
  package func read<Result>(_ text: Span<UInt8>, body: (borrowing JSONTape) -> Result) -> Result? {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(span: text)
    buffer.append(contentsOf: repeatElement(0, count: JSONParser.padding))
    defer { forgetIfLarge() }
    return try? parser.parse(buffer, at: 0..<text.count, allowsFlaws: true) { body($0) }
  }

  /// A parser takes a dozen times the memory of the largest text that it has read, and one text of that size is rarely
  /// followed by another.
  private func forgetIfLarge() {
    guard buffer.count > 1 << 20 else { return }
    parser = JSONParser()
    buffer = []
  }
}
