internal import Assets
internal import AssetSQLite

/// A pattern of GLOB: `*` stands for any text, `?` for one character, `[a-z]` for one of a set and `[^a-z]` for one of
/// no set. SQLite's own search takes hours for some patterns, and can't be interrupted.
struct GlobPattern {
  private enum Part {
    case any
    case character
    case one(Unicode.Scalar)
    case set([ClosedRange<Unicode.Scalar>], isNot: Bool)
  }

  /// Nil if a set does not end: nothing matches then.
  private let parts: [Part]?

  /// The time of a match grows with the length of the pattern times that of the text.
  private static let maxLength = 1_000

  init(_ pattern: [UInt8]) throws(FunctionFault) {
    guard pattern.count <= Self.maxLength else {
      throw FunctionFault("the pattern of GLOB has more than \(Self.maxLength) bytes")
    }
    var rest = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)[...]
    var parts: [Part] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*":
        if case .any? = parts.last { continue }
        parts.append(.any)
      case "?": parts.append(.character)
      case "[":
        guard let set = Self.set(&rest) else {
          self.parts = nil
          return
        }
        parts.append(set)
      default: parts.append(.one(scalar))
      }
    }
    self.parts = parts
  }

  /// Takes a set behind its opening bracket. A closing one that comes first belongs to it.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
    let isNot = rest.first == "^"
    if isNot { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var previous: Unicode.Scalar?
    if rest.first == "]" { ranges.append(rest.removeFirst()..."]") }
    while let scalar = rest.popFirst() {
      if scalar == "]" { return .set(ranges, isNot: isNot) }
      if scalar == "-", let low = previous, let high = rest.first, high != "]" {
        rest.removeFirst()
        if low <= high { ranges.append(low...high) }
        previous = nil
      } else {
        ranges.append(scalar...scalar)
        previous = scalar
      }
    }
    return nil
  }

  /// - Parameter pause: called again and again while it takes long; what it throws ends it.
  func matches(
    _ text: String.UnicodeScalarView, pause: () throws(FunctionFault) -> Void
  ) throws(FunctionFault) -> Bool {
    guard let parts else { return false }
    var (at, part, work) = (text.startIndex, 0, 0)
    // Where to go on if what follows the last * does not match: one character further.
    var retry: (at: String.Index, part: Int)?
    while at < text.endIndex || part < parts.count {
      work += 1
      if work.isMultiple(of: 1 << 18) { try pause() }
      if part < parts.count, case .any = parts[part] {
        part += 1
        retry = (at, part)
      } else if part < parts.count, at < text.endIndex, Self.takes(parts[part], scalar: text[at]) {
        at = text.index(after: at)
        part += 1
      } else if let last = retry, last.at < text.endIndex {
        at = text.index(after: last.at)
        part = last.part
        retry = (at, part)
      } else {
        return false
      }
    }
    return true
  }

  private static func takes(_ part: Part, scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .any: false
    case .character: true
    case .one(let one): one == scalar
    case .set(let ranges, let isNot): ranges.contains { $0.contains(scalar) } != isNot
    }
  }
}

/// What SQLite calls for GLOB. Keeps the last pattern: a statement asks each row about the same one.
final class GlobFunction {
  private var last: (pattern: [UInt8], compiled: GlobPattern)?

  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("glob", arguments: 2, body: GlobFunction().call)
  }

  private func call(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    // Debian's SQLite matches no blobs.
    if arguments.isBlob(at: 0) || arguments.isBlob(at: 1) { return 0 }
    if arguments.hasNull { return .null }
    let pattern = arguments.bytes(at: 0) ?? []
    let compiled: GlobPattern
    if let last, last.pattern == pattern {
      compiled = last.compiled
    } else {
      compiled = try GlobPattern(pattern)
      last = (pattern, compiled)
    }
    let interruption = arguments.interruption
    let text = (arguments.text(at: 1) ?? "").unicodeScalars
    return .integer(try compiled.matches(text, pause: interruption.check) ? 1 : 0)
  }
}
