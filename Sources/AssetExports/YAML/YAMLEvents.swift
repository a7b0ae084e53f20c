internal import Assets
internal import CAssetYAML

/// What comes next in a YAML text.
struct YAMLEvent {
  enum Kind {
    case document, scalar, alias, list, object
    /// Of a list or an object.
    case end
  }

  let kind: Kind
  /// Where it begins and ends: how many characters stand before that.
  let place: Range<Int>
  /// Of a scalar.
  var text: [UInt8] = []
  /// Whether a scalar has no quotes.
  var isPlain = false
  var tag: [UInt8] = []
  var anchor: [UInt8] = []
}

/// Why a text is no YAML, and where.
struct YAMLFault: Error {
  let reason: String
  /// How many characters stand before it.
  let place: Int
}

// All that is unsafe about libyaml is in this file: the parser belongs to one object, is made and freed with it, and
// reads a copy of the text that lives as long.

/// Takes a YAML text apart (YAML 1.1, as libyaml reads it).
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let isMade: Bool

  init(_ text: Span<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe self.text = .allocate(capacity: max(text.count, 1))
    for index in text.indices { unsafe self.text.initializeElement(at: index, to: text[index]) }
    isMade = unsafe yaml_parser_initialize(parser) == 1
    guard isMade else { return }
    unsafe yaml_parser_set_input_string(parser, self.text.baseAddress, text.count)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    if isMade { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Nil at the end.
  func next() throws(YAMLFault) -> YAMLEvent? {
    while true {
      var event = unsafe yaml_event_t()
      guard isMade, unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
      defer { unsafe yaml_event_delete(&event) }
      let type = unsafe event.type
      if type == YAML_STREAM_END_EVENT || type == YAML_NO_EVENT { return nil }
      if let event = unsafe Self.event(event) { return event }
    }
  }

  private func fault() -> YAMLFault {
    guard isMade, let problem = unsafe parser.pointee.problem else {
      return YAMLFault(reason: "there is no memory to read it", place: 0)
    }
    let mark = unsafe parser.pointee.problem_mark
    return unsafe YAMLFault(reason: String(cString: problem), place: Int(mark.index))
  }

  /// Nil for what says nothing.
  private static func event(_ event: yaml_event_t) -> YAMLEvent? {
    let (start, end) = unsafe (Int(event.start_mark.index), Int(event.end_mark.index))
    let place = start..<max(start, end)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(kind: .document, place: place)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(
        kind: .alias, place: place, anchor: unsafe bytes(event.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let content = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe YAMLEvent(
        kind: .scalar, place: place, text: Array(content),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, tag: bytes(scalar.tag),
        anchor: bytes(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .list, place: place, tag: bytes(start.tag),
        anchor: bytes(start.anchor))
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .object, place: place, tag: bytes(start.tag),
        anchor: bytes(start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .end, place: place)
    default: return nil
    }
  }

  private static func bytes(_ text: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return unsafe Array(UnsafeBufferPointer(start: text, count: count))
  }
}
