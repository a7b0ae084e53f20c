package import Assets
package import AssetSQLite

extension TextPattern {
  /// Whether a text matches, as SQL: rows of assets and texts of terms are asked the same.
  package func condition(on text: SQLFragment) -> SQLFragment {
    guard let glob else {
      return ignoresCase
        ? "regexpi(\(bind: .text(self.text)), \(text))"
        : "(\(text) REGEXP \(bind: .text(self.text)))"
    }
    // SQLite's own LIKE takes no notice of case; its GLOB does, and its lower() knows A–Z.
    return ignoresCase
      ? "(lower(\(text)) GLOB lower(\(bind: .text(glob))))"
      : "(\(text) GLOB \(bind: .text(glob)))"
  }
}
