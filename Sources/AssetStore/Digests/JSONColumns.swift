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
  /// The type's fields, and the extra fields.
  private let columns: [(name: String, content: Content)]
  private let hash = KeyedHash()
  /// The hashes of some maps that were right: many assets have the same ones.
  private var known = [UInt64](repeating: 0, count: 1 << 12)

  init(_ type: AssetType) {
    columns =
      type.fields.map { field in
        switch field.dataType {
        case .hstore, .hstoreCSV: (field.name, .map)
        case .array: (field.name, .json("array"))
        case .json: (field.name, .json(nil))
        case .string, .timestamp, .int64, .float64, .bool: (field.name, .text)
        }
      } + [("_extra", .json("object"))]
  }

  /// What is wrong with a text in a column; nil if nothing is.
  mutating func flaw(of text: Span<UInt8>, in column: Int) -> String? {
    guard UTF8Check.isValid(text) else { return "no UTF-8" }
    let (name, content) = columns[column]
    switch content {
    case .text: return nil
    case .json(let kind): return flaw(of: text, kind: kind, name: name)
    case .map:
      let hash = hash.hash(text)
      let slot = Int(truncatingIfNeeded: hash) & (known.count - 1)
      if known[slot] == hash { return nil }
      let flaw = flaw(ofMap: text, name: name)
      if flaw == nil { known[slot] = hash }
      return flaw
    }
  }

  private func flaw(ofMap text: Span<UInt8>, name: String) -> String? {
    let isCanonical = CanonicalMapScanner.isCanonical(text)
    // What has no escapes and nothing that would need one is JSON if it is a map in canonical form.
    if isCanonical, JSONText.isPlain(text) { return nil }
    return flaw(of: text, kind: "object", name: name)
      ?? (isCanonical ? nil : "a map that is not in canonical form in \(name)")
  }

  private func flaw(of text: Span<UInt8>, kind: String?, name: String) -> String? {
    let found = inspector.kind(of: text)
    return found == nil || kind != nil && found != kind ? "no \(kind ?? "JSON") in \(name)" : nil
  }
}
