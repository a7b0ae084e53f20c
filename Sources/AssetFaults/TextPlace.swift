/// A place in a text that somebody typed.
package struct TextPlace: Hashable, Sendable {
  /// All of what was typed.
  package let text: String
  /// In bytes, counted from 0.
  package let offset: Int

  package init(_ text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  /// What stands around the place, before and behind it: as much of the text as fits on a line.
  package var surroundings: (before: String, behind: String) {
    let bytes = text.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: min(offset, bytes.count))
    let before = text.unicodeScalars[..<place]
    let behind = text.unicodeScalars[place...]
    let isLong = before.count > Self.reach
    return (
      (isLong ? "…" : "") + String(before.suffix(Self.reach)),
      String(behind.prefix(Self.reach)) + (behind.count > Self.reach ? "…" : "")
    )
  }

  private static let reach = 40
}
