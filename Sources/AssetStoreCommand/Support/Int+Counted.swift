extension Int {
  /// So many of what the noun names: `1 run`, `2 runs`.
  func counted(_ noun: String) -> String { "\(self) \(noun)" + (self == 1 ? "" : "s") }
}
