internal import AssetJSON
internal import Assets

/// Reads what defines types, and finds out from its content in which form it is: this project's own definitions (JSON,
/// one object or an array of them), or a saved page of the data directory or of the resource catalogue.
package enum DefinitionReader {
  /// - Parameter name: what messages call the input: its path.
  /// - Throws: a fault with the place for what is none of these.
  package static func drafts(in text: [UInt8], named name: String) throws -> [DraftType] {
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    return try isJSON(text) ? drafts(inJSON: text, named: name) : [draft(ofPage: text, named: name)]
  }

  /// A page may begin with a link in brackets.
  private static func isJSON(_ text: [UInt8]) -> Bool {
    var letters = text.lazy.filter { !$0.isSpace && $0 != 0x0A && $0 != 0x0D }.makeIterator()
    switch letters.next() {
    case UInt8(ascii: "{"): return true
    case UInt8(ascii: "["): return letters.next().map { "{[]\"".utf8.contains($0) } ?? true
    default: return false
    }
  }

  private static func drafts(inJSON text: [UInt8], named name: String) throws -> [DraftType] {
    let value = try JSONValue(parsing: text, named: name)
    return try (value.array ?? [value]).map { definition in
      guard definition["name"] != nil || definition["fields"] != nil else {
        throw Fault(
          .input, what: name,
          why: "this is JSON, but it defines no type: it has no 'name' and no 'fields'",
          advice:
            "have a definition proposed from sample records: assetstore types infer FILE --name T")
      }
      do {
        return try DraftType(definition: definition)
      } catch let fault as Fault {
        throw Fault(
          fault.kind, what: "\(name): \(fault.what)", why: fault.why, advice: fault.advice)
      }
    }
  }

  /// In bytes; the longest page known has a hundred thousand.
  package static let pageLimit = 4 << 20

  private static func draft(ofPage text: [UInt8], named name: String) throws -> DraftType {
    guard text.count <= pageLimit else {
      throw Fault(
        .input, what: name, why: "this is no JSON, and longer than any page that defines a type",
        advice: "give a definition, or a page of the data directory saved as text or markdown")
    }
    let lines = TextLine.lines(of: text)
    try refuseNonText(text, lines: lines, named: name)
    if let page = DataDirectoryPage(lines, file: name) { return try page.draft() }
    if let page = try ResourceCatalogPage(lines, file: name) { return try page.draft() }
    let isHTML = text.first { !$0.isSpace && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "<")
    throw Fault(
      .input, what: name, why: isHTML ? "this is HTML" : "this defines no type",
      advice: isHTML
        ? "save the page as text or as markdown"
        : "give a definition in JSON, or a page of the data directory saved as text or markdown")
  }

  private static func refuseNonText(_ text: [UInt8], lines: [TextLine], named name: String) throws {
    let offset = UTF8Bytes.firstFault(in: text.span) ?? text.firstIndex(of: 0)
    guard let offset else { return }
    let line = lines.last { $0.bytes.startIndex <= offset }?.number ?? 1
    throw Fault(
      .input, what: name, why: text[offset] == 0 ? "this holds U+0000" : "this is no UTF-8",
      advice: "save it as text in UTF-8", place: Place(line: line, byte: offset + 1))
  }
}
