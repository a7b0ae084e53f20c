internal import AssetIndex
internal import AssetJSON
internal import Assets

/// What the texts of a type's table have to be. SQLite's integrity check runs the checks of a table only where it may
/// write to the file.
struct JSONColumns {
  private enum Content {
    case text
    case map
    /// JSON of a kind, as `json_type` calls it; of any kind if there is none.
    case json(String?)
  }

  private let inspector = JSONInspector()
  /// Of the type's fields, and of the extra fields.
  private let contents: [Content]
  private let names: [String]

  init(_ type: AssetType) {
    contents =
      type.fields.map { field in
        switch field.dataType {
        case .hstore, .hstoreCSV: .map
        case .array: .json("array")
        case .json: .json(nil)
        case .string, .timestamp, .int64, .float64, .bool: .text
        }
      } + [.json("object")]
    names = type.fields.map(\.name) + ["_extra"]
  }

  /// What is wrong with a text in a column; nil if nothing is.
  ///
  /// - Parameter found: what it is as a map.
  func flaw(of text: Span<UInt8>, in column: Int, found: TermSummer.Found) -> String? {
    if found == .knownMap { return nil }
    guard UTF8Check.isValid(text) else { return "no UTF-8" }
    switch contents[column] {
    case .text: return nil
    case .json(let kind): return flaw(of: text, kind: kind, name: names[column])
    case .map:
      // What has no escapes and nothing that would need one is JSON if it is a map in canonical form.
      if found == .map, JSONText.isPlain(text) { return nil }
      return flaw(of: text, kind: "object", name: names[column])
        ?? (found == .map ? nil : "a map that is not in canonical form in \(names[column])")
    }
  }

  private func flaw(of text: Span<UInt8>, kind: String?, name: String) -> String? {
    let found = inspector.kind(of: text)
    return found == nil || kind != nil && found != kind ? "no \(kind ?? "JSON") in \(name)" : nil
  }
}
