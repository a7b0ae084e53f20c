internal import Assets
internal import AssetSQLite

/// A pattern of LIKE: `%` stands for any text, `_` for one character, and the escape takes what follows as it is.
struct LikePattern {
  private enum Part: Equatable {
    case byte(UInt8)
    case character
    case any
  }

  private let parts: [Part]
  private let ignoresCase: Bool

  /// The time of a match grows with the length of the pattern times that of the text.
  private static let maxLength = 1_000

  /// - Parameter escape: one character, or nothing for none.
  init(_ pattern: [UInt8], escape: [UInt8], ignoresCase: Bool) throws(FunctionFault) {
    guard pattern.count <= Self.maxLength else {
      throw FunctionFault("the pattern of LIKE has more than \(Self.maxLength) bytes")
    }
    var parts: [Part] = []
    var at = 0
    while at < pattern.count {
      if !escape.isEmpty, pattern[at...].starts(with: escape) {
        at += escape.count
        guard at < pattern.count else {
          throw FunctionFault("the pattern of LIKE ends in its escape character")
        }
        parts.append(.byte(Self.fold(pattern[at], ignoresCase: ignoresCase)))
      } else if pattern[at] == UInt8(ascii: "%") {
        if parts.last != .any { parts.append(.any) }
      } else if pattern[at] == UInt8(ascii: "_") {
        parts.append(.character)
      } else {
        parts.append(.byte(Self.fold(pattern[at], ignoresCase: ignoresCase)))
      }
      at += 1
    }
    (self.parts, self.ignoresCase) = (parts, ignoresCase)
  }

  /// - Parameter pause: called again and again while it takes long; what it throws ends it.
  func matches(
    _ text: Span<UInt8>, pause: () throws(FunctionFault) -> Void
  ) throws(FunctionFault) -> Bool {
    var (at, part, work) = (0, 0, 0)
    // Where to go on if what follows the last % does not match: one byte further.
    var retry: (at: Int, part: Int)?
    while at < text.count || part < parts.count {
      work += 1
      if work.isMultiple(of: 1 << 20) { try pause() }
      if part < parts.count, parts[part] == .any {
        retry = (at, part)
        part += 1
      } else if part < parts.count, at < text.count, let next = step(parts[part], in: text, at: at)
      {
        (at, part) = (next, part + 1)
      } else if let last = retry, last.at < text.count {
        retry = (last.at + 1, last.part)
        (at, part) = (last.at + 1, last.part + 1)
      } else {
        return false
      }
    }
    return true
  }

  /// The offset behind what the part takes; nil if it takes nothing here.
  private func step(_ part: Part, in text: Span<UInt8>, at: Int) -> Int? {
    switch part {
    case .byte(let byte):
      return Self.fold(text[at], ignoresCase: ignoresCase) == byte ? at + 1 : nil
    case .any: return nil
    case .character:
      // A continuation byte begins no character.
      guard !Self.isContinuation(text[at]) else { return nil }
      var next = at + 1
      while next < text.count, Self.isContinuation(text[next]) { next += 1 }
      return next
    }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func fold(_ byte: UInt8, ignoresCase: Bool) -> UInt8 {
    ignoresCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// What `LIKE` and `ILIKE` call. Keeps the last pattern: a statement asks each row about
/// the same one.
final class LikeFunction {
  private let ignoresCase: Bool
  private var last: (pattern: [UInt8], escape: [UInt8], compiled: LikePattern)?

  private init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    for (name, ignoresCase) in [("text_like", false), ("ilike", true)] {
      let function = LikeFunction(ignoresCase: ignoresCase)
      for count in 2...3 { try connection.define(name, arguments: count, body: function.call) }
    }
  }

  private func call(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    if arguments.hasNull { return .null }
    let pattern = arguments.bytes(at: 0) ?? []
    // PostgreSQL's escape character, unless ESCAPE names another.
    let escape = arguments.count > 2 ? arguments.text(at: 2) ?? "" : "\\"
    guard escape.unicodeScalars.count <= 1 else {
      throw FunctionFault("ESCAPE takes one character")
    }
    let compiled = try compile(pattern, escape: Array(escape.utf8))
    let interruption = arguments.interruption
    let isMatch = try arguments.withBytes(at: 1) { text throws(FunctionFault) in
      try compiled.matches(text, pause: interruption.check)
    }
    return .integer(isMatch ? 1 : 0)
  }

  private func compile(
    _ pattern: [UInt8], escape: [UInt8]
  ) throws(FunctionFault) -> LikePattern {
    if let last, last.pattern == pattern, last.escape == escape { return last.compiled }
    let compiled = try LikePattern(pattern, escape: escape, ignoresCase: ignoresCase)
    last = (pattern, escape, compiled)
    return compiled
  }
}
