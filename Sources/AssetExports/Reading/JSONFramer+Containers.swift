internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

extension JSONFramer {
  /// Reads past a container's opening letter.
  mutating func enter(_ container: Container, in window: inout InputWindow) throws {
    guard open.count < JSONParser.maxDepth else {
      throw fault("nested more than \(JSONParser.maxDepth) deep", in: window)
    }
    window.consume(1, lines: 0)
    open.append(container)
  }

  /// The next piece of a container that is open; nil if that takes another look: it has ended, or holds another that
  /// has been entered.
  mutating func nextMember(
    of container: Container, byte: UInt8, in window: inout InputWindow
  ) throws -> Piece? {
    let close = UInt8(ascii: container.isObject ? "}" : "]")
    if byte == close {
      window.consume(1, lines: 0)
      open.removeLast()
      guard container.role == .level(0), container.isObject else { return nil }
      outline = nil
      return .end(hasReachedRecords: hasReachedRecords)
    }
    try skipComma(container, close: close, byte: byte, in: &window)
    guard container.isObject else { return try element(of: container, in: &window) }
    return try member(of: container, in: &window)
  }

  private mutating func skipComma(
    _ container: Container, close: UInt8, byte: UInt8, in window: inout InputWindow
  ) throws {
    if !container.isFirst {
      guard byte == UInt8(ascii: ",") else {
        throw fault("expected ',' or '\(container.isObject ? "}" : "]")'", in: window)
      }
      window.consume(1, lines: 0)
      try window.skipSpace()
    }
    open[open.count - 1].isFirst = false
    guard let next = try window.byte(at: 0), next != close, next != UInt8(ascii: ",") else {
      throw fault("expected a value after ','", in: window)
    }
  }

  private mutating func element(
    of container: Container, in window: inout InputWindow
  ) throws -> Piece? {
    switch container.role {
    case nil where try window.byte(at: 0) == UInt8(ascii: "["):
      // Lists in a list, as of a query of several pages.
      try enter(Container(isObject: false, role: nil, name: []), in: &window)
      return nil
    case nil: return try value(&window)
    case .level:
      guard try window.byte(at: 0) == UInt8(ascii: "{") else {
        return .other(
          try Self.extent(&window).count, name: container.name, isElement: true)
      }
      try enter(Container(isObject: true, role: container.role, name: container.name), in: &window)
      return nil
    case .records where try window.byte(at: 0) == UInt8(ascii: "["):
      try enter(Container(isObject: false, role: .records, name: container.name), in: &window)
      return nil
    case .records, .named: return .record(try Self.extent(&window).count, name: nil)
    case .other:
      return .other(try Self.extent(&window).count, name: container.name, isElement: true)
    }
  }

  private mutating func member(
    of container: Container, in window: inout InputWindow
  ) throws -> Piece? {
    let name = try readName(&window)
    let isList = try window.byte(at: 0) == UInt8(ascii: "[")
    let isObject = try window.byte(at: 0) == UInt8(ascii: "{")
    if container.role == .named { return .record(try Self.extent(&window).count, name: name) }
    let level = if case .level(let level) = container.role { level } else { 0 }
    let role = outline?.role(of: name.span, in: level) ?? .other
    if role == .records { hasReachedRecords = true }
    let isLeading =
      switch role {
      case .level: isList || isObject
      case .records, .other: isList
      case .named: isObject
      }
    if isLeading {
      let top = level == 0 ? name : container.name
      try enter(Container(isObject: isObject, role: role, name: top), in: &window)
      return nil
    }
    let count = try Self.extent(&window).count
    return role == .records && isObject
      ? .record(count, name: nil) : .other(count, name: name, isElement: level > 0)
  }

  /// Reads a member's name and the colon behind it.
  private func readName(_ window: inout InputWindow) throws -> [UInt8] {
    guard try window.byte(at: 0) == UInt8(ascii: "\"") else {
      throw fault("expected a key in quotes", in: window)
    }
    let (count, _) = try Self.extent(&window)
    var name: [UInt8] = []
    do throws(JSONFault) {
      let text = window.bytes.span.extracting(window.unread.prefix(count))
      _ = try JSONScalars.readString(text, from: 0, into: &name)
    } catch {
      throw error.fault(window.name, at: window.place(at: error.offset))
    }
    window.consume(count)
    try window.skipSpace()
    guard try window.byte(at: 0) == UInt8(ascii: ":") else {
      throw fault("expected ':' after the key", in: window)
    }
    window.consume(1, lines: 0)
    try window.skipSpace()
    guard try window.byte(at: 0) != nil else {
      throw fault("the input ends inside of an object", in: window)
    }
    return name
  }
}
