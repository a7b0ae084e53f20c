internal import AssetJSON
internal import Assets
internal import CAssetYAML

/// Reads the documents of a YAML text. What an alias names is shared and not copied, so that no text grows.
struct YAMLParser {
  private var places = CharacterPlaces()
  private var documents: [YAMLNode] = []
  private var anchors: [[UInt8]: YAMLNode] = [:]
  /// The containers that are not closed.
  private var open: [Container] = []

  private struct Container {
    let isObject: Bool
    let tag: [UInt8]
    let anchor: [UInt8]
    let offset: Int
    var elements: [YAMLNode] = []
    var members: [YAMLNode.Member] = []
    var key: YAMLScalar?
  }

  /// - Throws: a `LocatedFault` for what is no YAML, and for keys that are no text.
  static func documents(of text: Span<UInt8>) throws(LocatedFault) -> [YAMLNode] {
    var parser = YAMLParser()
    let events = YAMLEvents(text)
    while let event = try parser.next(of: events, in: text) { try parser.take(event, in: text) }
    return parser.documents
  }

  private mutating func next(
    of events: borrowing YAMLEvents, in text: Span<UInt8>
  ) throws(LocatedFault) -> YAMLEvent? {
    do throws(YAMLFault) {
      return try events.next()
    } catch {
      throw LocatedFault(
        offset: places.offset(of: error.place, in: text),
        reason: "this is no YAML: \(error.reason)",
        advice: "mend the export, or make it again")
    }
  }

  private mutating func take(_ event: YAMLEvent, in text: Span<UInt8>) throws(LocatedFault) {
    let offset = places.offset(of: event.place.lowerBound, in: text)
    switch event.kind {
    case .document: anchors.removeAll()
    case .scalar:
      let scalar = YAMLScalar(
        bytes: event.text, isPlain: event.isPlain, tag: event.tag, offset: offset)
      try add(.scalar(scalar), anchor: event.anchor)
    case .alias:
      guard let node = anchors[event.anchor] else {
        throw LocatedFault(
          offset: offset, reason: "this alias names nothing before it",
          advice: "mend the export, or make it again")
      }
      try add(node, anchor: [])
    case .list, .object:
      guard open.count < JSONParser.maxDepth else {
        throw LocatedFault(
          offset: offset, reason: "nested more than \(JSONParser.maxDepth) deep", advice: nil)
      }
      open.append(
        Container(
          isObject: event.kind == .object, tag: event.tag, anchor: event.anchor, offset: offset))
    case .end: try close()
    }
  }

  private mutating func close() throws(LocatedFault) {
    guard let container = open.popLast() else { return }
    try add(
      container.isObject
        ? .object(container.members, tag: container.tag, offset: container.offset)
        : .list(container.elements, tag: container.tag, offset: container.offset),
      anchor: container.anchor)
  }

  private mutating func add(_ node: YAMLNode, anchor: [UInt8]) throws(LocatedFault) {
    if !anchor.isEmpty { anchors[anchor] = node }
    guard !open.isEmpty else { return documents.append(node) }
    let last = open.count - 1
    guard open[last].isObject else { return open[last].elements.append(node) }
    if let key = open[last].key.take() {
      open[last].members.append(YAMLNode.Member(key: key, value: node))
    } else if case .scalar(let key) = node {
      open[last].key = key
    } else {
      throw LocatedFault(
        offset: node.offset, reason: "the key of this member is no text", advice: nil)
    }
  }
}

/// Tells where in a text its characters are. Asked for in their order, no byte is looked at twice.
private struct CharacterPlaces {
  private var characters = 0
  private var offset = 0

  mutating func offset(of place: Int, in text: Span<UInt8>) -> Int {
    while characters < place, offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    return offset
  }
}
