internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Reads maps as tools write them into a cell that have no spelling of their own for one: `a=b,c=d`, `a=b;c=d`,
/// `a=b | c=d`, `a:b,c:d`, `{a=b, c=d}` of Athena, `@{a=b; c=d}` of PowerShell, `map[a:b c:d]` of Go. Only where the
/// whole cell reads so, and in one way only: each part has one `=`, or one `:`.
enum CellMap {
  /// Adds the pairs of the text; false, and nothing is added, if it is no such map.
  static func read(_ text: Span<UInt8>, into builder: inout MapBuilder) -> Bool {
    let text = trimmed(Array(copying: text)[...])
    // What has arrows is hstore text, or none.
    guard !text.isEmpty, text.firstRange(of: Array("=>".utf8)) == nil,
      let pairs = rows(text) ?? pairs(text)
    else { return false }
    for pair in pairs {
      builder.add(key: Array(pair.key).span, value: Array(pair.value).span)
    }
    return true
  }

  private typealias Pair = (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)

  private static func pairs(_ text: ArraySlice<UInt8>) -> [Pair]? {
    if let inside = inside(text, start: "map[", end: "]") {
      return pairs(inside, separator: " ", joiner: ":")
    }
    if let inside = inside(text, start: "@{", end: "}") {
      return pairs(inside, separator: ";", joiner: "=")
    }
    if let inside = inside(text, start: "{", end: "}") {
      return pairs(inside, separator: ",", joiner: "=")
    }
    for separator in [" | ", ";", ",", "\n"] {
      for joiner in ["=", ":"] {
        if let pairs = pairs(text, separator: separator, joiner: joiner) { return pairs }
      }
    }
    return nil
  }

  /// `[{key=env, value=prod}, {key=team, value=shop}]`, as Athena has a list of tags.
  private static func rows(_ text: ArraySlice<UInt8>) -> [Pair]? {
    guard let list = inside(text, start: "[{key=", end: "}]") else { return nil }
    var pairs: [Pair] = []
    for row in parts(of: list, separator: "}, {key=") {
      let words = parts(of: row, separator: ", value=")
      guard words.count == 2 else { return nil }
      pairs.append((words[0], words[1]))
    }
    return pairs
  }

  private static func pairs(
    _ text: ArraySlice<UInt8>, separator: String, joiner: String
  ) -> [Pair]? {
    let joint = Array(joiner.utf8)[0]
    var pairs: [Pair] = []
    var parts = parts(of: text, separator: separator).map(trimmed)
    if parts.last?.isEmpty == true { parts.removeLast() }
    for part in parts {
      guard let place = part.firstIndex(where: { $0 == 0x3D || $0 == 0x3A }), part[place] == joint,
        place > part.startIndex, !part[(place + 1)...].contains(joint)
      else { return nil }
      let key = trimmed(part[..<place])
      let value = trimmed(part[(place + 1)...])
      guard joiner == "=" || isName(key) && !isPath(value) else { return nil }
      pairs.append((key, value))
    }
    return pairs
  }

  /// Times and addresses have colons, too: a key with one behind it is a word.
  private static func isName(_ key: ArraySlice<UInt8>) -> Bool {
    key.first.map { (0x61...0x7A).contains($0 | 0x20) || $0 > 0x7F } == true && !key.contains(0x20)
  }

  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    value.starts(with: "//".utf8) || value.first == UInt8(ascii: "\\")
  }

  private static func inside(
    _ text: ArraySlice<UInt8>, start: String, end: String
  ) -> ArraySlice<UInt8>? {
    let isThere =
      text.count >= start.utf8.count + end.utf8.count && text.starts(with: start.utf8)
      && text.suffix(end.utf8.count).elementsEqual(end.utf8)
    return isThere ? text.dropFirst(start.utf8.count).dropLast(end.utf8.count) : nil
  }

  private static func parts(
    of text: ArraySlice<UInt8>, separator: String
  ) -> [ArraySlice<UInt8>] {
    let separator = Array(separator.utf8)
    var (parts, start, index) = ([ArraySlice<UInt8>](), text.startIndex, text.startIndex)
    while index < text.endIndex {
      if text[index] == separator[0], text[index...].starts(with: separator) {
        parts.append(text[start..<index])
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [text[start..<text.endIndex]]
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, JSONScalars.isSpace(last) { text.removeLast() }
    while let first = text.first, JSONScalars.isSpace(first) { text.removeFirst() }
    return text
  }
}
