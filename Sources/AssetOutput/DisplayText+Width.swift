extension Unicode.Scalar {
  /// Whether it can't be seen where it stands, or does something to what can.
  package func isHidden(after previous: Unicode.Scalar?) -> Bool {
    switch value {
    case 0x20..<0x7F: return false
    case 0..<0xA0, 0x2028, 0x2029, 0xFFF9...0xFFFB: return true
    // Asks for an emoji in colour or not, which can be seen; after anything else it is there to make two texts differ.
    case 0xFE0E, 0xFE0F: return !(previous.map { $0.properties.isEmoji && !$0.isASCII } ?? false)
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// How many columns of a terminal it adds to the character that it belongs to.
  package func width(after previous: Unicode.Scalar?) -> Int {
    switch value {
    case 0x20..<0x300: return 1
    case 0xFE0F: return 2 - (previous?.width(after: nil) ?? 2)
    // Vowels and finals of Korean syllables stand in the column of the initial.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case _ where properties.isEmojiModifier && previous?.properties.isEmojiModifierBase == true:
      return 0
    default: return isWide ? 2 : 1
    }
  }

  /// East Asian Width W or F (UAX #11). The flags' letters are emoji of one column; two of them are a flag.
  private var isWide: Bool {
    if properties.isEmojiPresentation { return !(0x1F1E6...0x1F1FF).contains(value) }
    return Self.wide.contains { $0.contains(value) }
  }

  /// The wide blocks of Unicode 15 without the emoji, from one wide character to the next that isn't: what is not yet
  /// assigned between two wide ones counts as wide.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
