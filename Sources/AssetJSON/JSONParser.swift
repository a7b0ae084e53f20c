internal import Assets
internal import CAssetSimdJSON

/// Parses one JSON value at a time, strictly (RFC 8259), and lends its tape. Keeps its memory from one to the next. Where
/// simdjson is not installed it finds the same, more slowly.
///
/// Safe to hold: the raw parser is private and lives as long as the value.
@safe package struct JSONParser: ~Copyable {
  /// How deep arrays and objects may be nested. SQLite's JSON functions stop at 2,000.
  package static let maxDepth = 1_000
  /// How many bytes after the text must be there to be read; their content does not matter.
  package static let padding = Int(CSJ_PADDING)

  /// Made for the first text: what makes a parser need not throw.
  private var raw: OpaquePointer?
  private var strict = StrictJSONReader()
  private let depth: Int

  /// - Parameter depth: how deep it has memory for.
  package init(depth: Int = maxDepth) { self.depth = depth }

  deinit { unsafe csj_parser_free(raw) }

  /// Parses the bytes in the range and lends the tape.
  ///
  /// - Parameters:
  ///   - bytes: go on for `padding` bytes after the range.
  ///   - allowsFlaws: whether strings may hold U+0000 and halves of surrogate pairs; the tape then says so.
  /// - Throws: `JSONFault` for what is no JSON, for U+0000 in a string (SQLite would cut the text there), and for
  ///   nesting deeper than `maxDepth`; `io` if there is no memory for a parser; what the body throws.
  package mutating func parse<Result>(
    _ bytes: [UInt8], at range: Range<Int>, allowsFlaws: Bool = false,
    body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    precondition(range.upperBound + Self.padding <= bytes.count, "the text needs padding behind it")
    let raw = try unsafe ready()
    return try unsafe bytes.withUnsafeBufferPointer { buffer in
      let text = unsafe UnsafeBufferPointer(rebasing: buffer[range])
      guard let raw = unsafe raw else {
        return try unsafe readStrictly(text, allowsFlaws: allowsFlaws, body: body)
      }
      switch unsafe csj_parse(raw, text.baseAddress, text.count) {
      case CSJ_OK:
        return try unsafe lendTape(of: text, raw: raw, allowsFlaws: allowsFlaws, body: body)
      case CSJ_OUT_OF_MEMORY:
        throw JSONFault(offset: 0, reason: "there is no memory for a value of this size")
      default:
        // Either it is no JSON, and the strict reader says where, or it is more than simdjson takes (an integer of a
        // hundred digits), and the strict reader makes the tape.
        return try unsafe readStrictly(text, allowsFlaws: allowsFlaws, body: body)
      }
    }
  }

  private mutating func readStrictly<Result>(
    _ text: UnsafeBufferPointer<UInt8>, allowsFlaws: Bool,
    body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    try unsafe strict.read(text, maxDepth: Self.maxDepth, allowsFlaws: allowsFlaws, body: body)
  }

  /// Nil where simdjson is not installed.
  private mutating func ready() throws(Fault) -> OpaquePointer? {
    if let raw = unsafe raw { return unsafe raw }
    guard csj_has_library() != 0 else { return nil }
    guard let made = unsafe csj_parser_make(depth) else {
      throw Fault(.io, what: "JSON", why: "there is no memory to read it", advice: "try again")
    }
    unsafe raw = made
    return unsafe made
  }

  private func lendTape<Result>(
    of text: UnsafeBufferPointer<UInt8>, raw: OpaquePointer, allowsFlaws: Bool,
    body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    var tape = unsafe JSONTape(
      words: UnsafeBufferPointer(start: csj_tape(raw), count: csj_tape_count(raw)),
      strings: csj_strings(raw), text: text, offsets: .parsed(raw))
    if unsafe csj_may_hold_nul(raw) != 0 {
      if allowsFlaws { tape.hasFlaws = true } else { try tape.refuseNUL() }
    }
    return try body(tape)
  }
}

extension JSONParser {
  /// Parses a text of its own.
  package mutating func parse<Result>(
    text: [UInt8], allowsFlaws: Bool = false, body: (borrowing JSONTape) throws -> Result
  ) throws -> Result {
    let padded = text + [UInt8](repeating: 0, count: Self.padding)
    return try parse(padded, at: 0..<text.count, allowsFlaws: allowsFlaws, body: body)
  }
}

extension JSONTape {
  /// - Throws: `JSONFault` at the first string that holds U+0000.
  package func refuseNUL() throws {
    var index = Self.root
    while unsafe index < words.count {
      try refuseNUL(at: index)
      index += kind(at: index).isNumber ? 2 : 1
    }
  }

  private func refuseNUL(at index: Int) throws {
    guard kind(at: index) == .string else { return }
    let holdsNUL = withBytes(at: index) { bytes in bytes.indices.contains { bytes[$0] == 0 } }
    if holdsNUL {
      throw JSONFault(
        offset: offset(of: index),
        reason: "the string holds U+0000, which SQLite can't keep in text")
    }
  }
}
