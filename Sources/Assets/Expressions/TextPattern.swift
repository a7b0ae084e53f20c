/// What a text is held against.
package struct TextPattern: Hashable, Sendable {
  /// How a pattern is spelled.
  package enum Kind: Hashable, Sendable {
    /// `%` stands for any text, `_` for one character, `\` takes the next character as it is.
    case like
    /// `*` stands for any text, `?` for one character, `[a-z]` for one of these, as SQLite has it.
    case glob
    /// A regular expression, matched anywhere in the text.
    case regularExpression
  }

  /// How it is spelled.
  package let kind: Kind
  /// Whether A–Z are taken for a–z. No other letters are folded.
  package let ignoresCase: Bool
  /// As it was written.
  package let text: String
  let place: TextPlace?

  package init(_ kind: Kind, text: String, ignoresCase: Bool = false) {
    self.init(kind, text: text, ignoresCase: ignoresCase, at: nil)
  }

  package init(_ kind: Kind, text: String, ignoresCase: Bool, at place: TextPlace?) {
    self.kind = kind
    self.ignoresCase = ignoresCase
    self.text = text
    self.place = place
  }

  package static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.kind == right.kind && left.ignoresCase == right.ignoresCase
      && left.text.exactly == right.text.exactly
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(ignoresCase)
    hasher.combine(text.exactly)
  }

  /// As a GLOB pattern, which means the same everywhere; nil for a regular expression.
  package var glob: String? {
    switch kind {
    case .like: Self.glob(like: text)
    case .glob: text
    case .regularExpression: nil
    }
  }

  private static func glob(like text: String) -> String {
    var glob = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "%" where !isEscaped: glob.append("*")
      case "_" where !isEscaped: glob.append("?")
      case "*", "?", "[": glob.append(contentsOf: ["[", scalar, "]"])
      default: glob.append(scalar)
      }
      isEscaped = false
    }
    return String(glob)
  }

  /// SQLite takes patterns of 50,000 bytes, and each of ours may become three.
  static let maxLength = 10_000

  /// - Throws: a `usage` fault if it is no pattern of its kind.
  package func check() throws {
    guard text.utf8.count <= Self.maxLength else {
      throw Fault.expression(
        "the pattern has more than \(Self.maxLength) bytes", advice: "shorten it", at: place)
    }
    guard !text.utf8.contains(0) else {
      throw Fault.expression("the pattern has a null character", advice: "take it out", at: place)
    }
    switch kind {
    case .glob: break
    case .like:
      let trailing = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      guard trailing.isMultiple(of: 2) else {
        throw Fault.expression(
          "the pattern ends in its escape character", advice: #"write \\ for a backslash"#,
          at: place)
      }
    case .regularExpression:
      do throws(RegularExpressionFault) {
        _ = try RegularExpression(text, ignoresCase: ignoresCase)
      } catch {
        throw Fault.expression(
          "the regular expression is none: \(error.reason)", advice: nil, at: place)
      }
    }
  }
}
