/// How PostgreSQL spells names and text.
enum PostgreSQLSpelling {
  /// A text, whatever is in it.
  static func literal(_ text: String) -> String {
    let quoted = text.doubling("'")
    return text.utf8.contains(UInt8(ascii: "\\"))
      ? " E'\(quoted.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\"))'"
      : "'\(quoted)'"
  }

  /// An identifier.
  static func name(_ name: String) -> String { "\"\(name.doubling("\""))\"" }

  /// PostgreSQL cuts off what is longer, and then two names may be one.
  static let maxNameLength = 63

  /// A name that is short enough: one that is not ends in a number that stands for all of it.
  static func shortened(_ name: String) -> String {
    guard name.utf8.count > maxNameLength else { return name }
    // FNV-1a.
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "\(name.prefix(52)) \(hash)"
  }
}
