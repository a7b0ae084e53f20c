internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Reads a YAML text as a whole: its documents, and of a document that is a list its elements, one after the other.
struct YAMLReader {
  /// The last one first.
  private var values: [YAMLNode] = []
  private(set) var tape = YAMLTape()
  /// How many bytes of the text stand before what the window begins with.
  private var consumed = 0

  init(_ window: inout InputWindow) throws {
    while try window.fill() {}
    do throws(LocatedFault) {
      let text = window.bytes.span.extracting(window.unread)
      try TableHeader.requireUTF8(text)
      for document in try YAMLParser.documents(of: text) { add(document) }
    } catch {
      throw error.fault(in: window)
    }
    values.reverse()
  }

  private mutating func add(_ node: YAMLNode) {
    guard case .list(let elements, _, _) = node else { return values.append(node) }
    for element in elements { add(element) }
  }

  /// Makes the next value the tape, and lets the window begin with it; false at the end.
  mutating func next(_ window: inout InputWindow) throws -> Bool {
    guard let node = values.popLast() else { return false }
    // Values come in their order, but for what an alias names.
    let count = max(0, node.offset - consumed)
    window.consume(count)
    consumed += count
    do throws(LocatedFault) {
      guard case .object = node else {
        throw LocatedFault(
          offset: 0, reason: "this is a YAML text, and no record",
          advice: "see: assetstore formats")
      }
      try tape.write(node, from: consumed)
    } catch {
      throw LocatedFault(
        offset: max(0, error.offset - consumed), reason: error.reason, advice: error.advice
      ).fault(in: window)
    }
    return true
  }

  /// Whether a text that begins with this line may be YAML.
  static func mayBegin(with line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line.prefix(500), as: UTF8.self).filter { $0 != "\r" }
    if text.hasPrefix("---") || text.hasPrefix("%YAML") { return true }
    if text == "-" || text.hasPrefix("- ") { return true }
    guard let colon = text.firstRange(of: ": ")?.lowerBound ?? text.lastIndex(of: ":"),
      text[colon...].hasPrefix(": ") || text.hasSuffix(":"), colon > text.startIndex
    else { return false }
    let key = text[..<colon].filter { $0 != "\"" && $0 != "'" }
    return !key.isEmpty && key.utf8.allSatisfy(isOfKey)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61...0x7A, 0x30...0x39: true
    default: "._-/@$ ".utf8.contains(byte)
    }
  }
}
