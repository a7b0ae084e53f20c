import Assets

/// Matches patterns by trying every way.
enum NaivePattern {
  static func matches(_ text: String, _ pattern: TextPattern) -> Bool {
    let fold = { (text: String) in pattern.ignoresCase ? lower(text) : text }
    switch pattern.kind {
    case .like:
      return like(
        Array(fold(text).unicodeScalars)[...], Array(fold(pattern.text).unicodeScalars)[...])
    case .glob:
      return glob(Array(text.unicodeScalars)[...], Array(pattern.text.unicodeScalars)[...])
    case .regularExpression:
      // `$` is the end of the text in ours, and Swift's may stand before a last line break; texts here have none.
      guard let regex = try? Regex(fold(pattern.text)).matchingSemantics(.unicodeScalar) else {
        return false
      }
      return fold(text).firstMatch(of: regex) != nil
    }
  }

  private static func lower(_ text: String) -> String {
    String(
      decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func like(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch sign {
    case "%": return suffixes(text).contains { like($0, rest) }
    case "_": return !text.isEmpty && like(text.dropFirst(), rest)
    case "\\": return text.first == rest.first && like(text.dropFirst(), rest.dropFirst())
    default: return text.first == sign && like(text.dropFirst(), rest)
    }
  }

  private static func glob(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch sign {
    case "*": return suffixes(text).contains { glob($0, rest) }
    case "?": return !text.isEmpty && glob(text.dropFirst(), rest)
    case "[":
      guard let end = rest.firstIndex(of: "]"), let first = text.first else { return false }
      return rest[..<end].contains(first) && glob(text.dropFirst(), pattern[(end + 1)...])
    default: return text.first == sign && glob(text.dropFirst(), rest)
    }
  }

  private static func suffixes(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> [ArraySlice<Unicode.Scalar>] {
    (text.startIndex...text.endIndex).map { text[$0...] }
  }
}
