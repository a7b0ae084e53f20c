internal import Assets

/// Changes to a text, and where each place of the changed text comes from.
struct SQLEdits {
  private struct Edit {
    let range: Range<Int>
    let text: String
  }

  private var edits: [Edit] = []

  /// Replaces what stands at a range. Ranges of several edits must not overlap.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(range: range, text: text))
  }

  /// Puts a text before what stands at an offset, and before what has been put there already.
  mutating func insert(_ text: String, before offset: Int) {
    edits.insert(Edit(range: offset..<offset, text: text), at: 0)
  }

  /// Puts a text behind what ends at an offset, and behind what has been put there already.
  mutating func insert(_ text: String, behind offset: Int) {
    edits.append(Edit(range: offset..<offset, text: text))
  }

  /// The changed text up to an offset of the original.
  func apply(to original: String, upTo end: Int) -> RewrittenSQL {
    let bytes = Array(original.utf8)
    var result: [UInt8] = []
    var pieces: [RewrittenSQL.Piece] = []
    var at = 0
    let inOrder = edits.enumerated().sorted { left, right in
      (left.element.range.lowerBound, left.element.range.isEmpty ? 0 : 1, left.offset)
        < (right.element.range.lowerBound, right.element.range.isEmpty ? 0 : 1, right.offset)
    }
    for edit in inOrder.map(\.element) {
      pieces.append(RewrittenSQL.Piece(start: result.count, original: at, isKept: true))
      result += bytes[at..<edit.range.lowerBound]
      pieces.append(
        RewrittenSQL.Piece(start: result.count, original: edit.range.lowerBound, isKept: false))
      result += edit.text.utf8
      at = edit.range.upperBound
    }
    pieces.append(RewrittenSQL.Piece(start: result.count, original: at, isKept: true))
    result += bytes[at..<end]
    return RewrittenSQL(text: String(copying: result.span), original: original, pieces: pieces)
  }
}

/// A statement as SQLite takes it, made of one that was typed.
struct RewrittenSQL {
  fileprivate struct Piece {
    /// In the text.
    let start: Int
    /// In the original.
    let original: Int
    let isKept: Bool
  }

  let text: String
  let original: String
  private let pieces: [Piece]

  fileprivate init(text: String, original: String, pieces: [Piece]) {
    self.text = text
    self.original = original
    self.pieces = pieces
  }

  /// What stood in the original where a piece of the text stands, behind an offset that moves behind the piece. SQLite
  /// calls a column that has no other name by its text.
  func originalSpelling(of piece: String, behind offset: inout Int) -> String {
    let wanted = Array(piece.utf8)
    guard wanted.contains(where: { $0 == 0x28 || $0 == 0x20 }),
      let start = ByteText.find(wanted, in: Array(text.utf8), from: offset)
    else { return piece }
    offset = start + wanted.count
    let range = originalOffset(of: start)..<originalOffset(of: offset)
    return String(decoding: Array(original.utf8)[range], as: UTF8.self)
  }

  /// The place of the original that an offset in the text comes from.
  func originalOffset(of offset: Int) -> Int {
    guard let piece = pieces.last(where: { $0.start <= offset }) else { return offset }
    return piece.isKept ? piece.original + offset - piece.start : piece.original
  }
}
