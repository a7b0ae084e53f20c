package import Assets
package import AssetSQLite

extension TextPattern {
  /// Whether a text matches, as SQL: rows of assets and texts of terms are asked the same.
  package func condition(on text: SQLFragment) -> SQLFragment {
    guard let glob else {
      return ignoresCase
        ? SQLFragment("regexpi(?, ", values: [.text(self.text)]) + text + SQLFragment(")")
        : SQLFragment("(") + text + SQLFragment(" REGEXP ?)", values: [.text(self.text)])
    }
    // SQLite's own LIKE takes no notice of case; its GLOB does, and its lower() knows A–Z.
    return ignoresCase
      ? SQLFragment("(lower(") + text + SQLFragment(") GLOB lower(?))", values: [.text(glob)])
      : SQLFragment("(") + text + SQLFragment(" GLOB ?)", values: [.text(glob)])
  }
}
