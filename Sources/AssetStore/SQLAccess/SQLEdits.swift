internal import Assets

/// Changes to a text.
struct SQLEdits {
  private struct Edit {
    let range: Range<Int>
    let text: String
    /// Decides between those that begin at the same place, insertions first.
    let order: Int

    var rank: (Int, Int, Int) { (range.lowerBound, range.isEmpty ? 0 : 1, order) }
  }

  private var edits: [Edit] = []

  /// Replaces what stands at a range.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(range: range, text: text, order: edits.count))
  }

  /// Puts a text before what stands at an offset, and before what has been put there already.
  mutating func insert(_ text: String, before offset: Int) {
    edits.append(Edit(range: offset..<offset, text: text, order: -edits.count))
  }

  /// Puts a text behind what ends at an offset, and behind what has been put there already.
  mutating func insert(_ text: String, behind offset: Int) {
    edits.append(Edit(range: offset..<offset, text: text, order: edits.count))
  }

  /// The changed text up to an offset of the original.
  ///
  /// - Throws: a `usage` fault where two changes meet: the statement is nested in a way that no SQL is.
  func apply(to original: String, upTo end: Int) throws -> RewrittenSQL {
    let bytes = Array(original.utf8)
    var result: [UInt8] = []
    var pieces: [RewrittenSQL.Piece] = []
    var at = 0
    for edit in edits.sorted(by: { $0.rank < $1.rank }) {
      let (start, behind) = (edit.range.lowerBound, edit.range.upperBound)
      guard start >= at, behind <= end else {
        throw SQLFault.at(start, of: original, "this can't be read here", "write it in another way")
      }
      pieces.append(RewrittenSQL.Piece(start: result.count, original: at, isKept: true))
      result += bytes[at..<start]
      pieces.append(RewrittenSQL.Piece(start: result.count, original: start, isKept: false))
      result += edit.text.utf8
      at = behind
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
        ?? ByteText.find(wanted, in: Array(text.utf8))
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
