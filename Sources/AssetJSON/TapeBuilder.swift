internal import Assets

/// Makes a tape of the same form as simdjson's: for JSON that is read in Swift, and for records that are spelled in
/// another way than as a JSON object. Keeps its memory from one tape to the next.
package struct TapeBuilder {
  package private(set) var words: [UInt64] = []
  /// For each word, where it comes from: what that means is the caller's.
  private var origins: [Int] = []
  /// What the string words point into.
  private var strings: [UInt8] = []
  /// Numbers as they were spelled, where the tape has no text of its own.
  private var spellings: [UInt8] = []
  /// The containers that are not closed.
  private var open: [Int] = []
  /// Whether a string may be flawed text: see `JSONTape.hasFlaws`.
  package var hasFlaws = false

  package init() {}

  /// Begins a new tape.
  package mutating func begin() {
    words.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    strings.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    hasFlaws = false
    // The word of the root, and a string buffer that is never empty.
    push(UInt8(ascii: "r"), payload: 0, origin: 0)
    strings.append(0)
  }

  /// How many containers are open.
  package var depth: Int { open.count }

  /// The index of the innermost container that is open; nil if none is.
  package var container: Int? { open.last }

  /// Lends the finished tape.
  package func withTape<Result, Failure: Error>(
    _ body: (borrowing JSONTape) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withTape(of: nil, body: body)
  }

  /// Lends the finished tape.
  ///
  /// - Parameter source: what its origins are offsets of.
  package func withTape<Result, Failure: Error>(
    over source: Span<UInt8>, body: (borrowing JSONTape) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe source.withUnsafeBufferPointer { source throws(Failure) in
      try unsafe withTape(of: nil, over: source, body: body)
    }
  }

  /// Lends the finished tape.
  ///
  /// - Parameter text: what the numbers are spelled in; nil for the spellings that were copied.
  package func withTape<Result, Failure: Error>(
    of text: UnsafeBufferPointer<UInt8>?, over source: UnsafeBufferPointer<UInt8>? = nil,
    body: (borrowing JSONTape) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Each of the buffers is only read, and only while the body runs.
    try unsafe words.withUnsafeBufferPointer { words throws(Failure) in
      try unsafe strings.withUnsafeBufferPointer { strings throws(Failure) in
        try unsafe spellings.withUnsafeBufferPointer { spellings throws(Failure) in
          try unsafe origins.withUnsafeBufferPointer { origins throws(Failure) in
            guard let start = strings.baseAddress else { preconditionFailure("begin fills it") }
            return try body(
              unsafe JSONTape(
                words: words, strings: start, text: text ?? spellings, offsets: .listed(origins),
                source: source, hasFlaws: hasFlaws))
          }
        }
      }
    }
  }

  private mutating func push(_ letter: UInt8, payload: UInt64, origin: Int) {
    words.append(UInt64(letter) << 56 | payload)
    origins.append(origin)
  }
}

extension TapeBuilder {
  /// Ends the tape.
  package mutating func end() { push(UInt8(ascii: "r"), payload: 0, origin: 0) }

  package mutating func openContainer(_ kind: JSONTape.Kind, origin: Int) {
    open.append(words.count)
    push(kind.letter, payload: 0, origin: origin)
  }

  package mutating func closeContainer(origin: Int) {
    guard let container = open.popLast() else { preconditionFailure("no container is open") }
    // A closing letter is the opening one plus two, for braces and brackets.
    push(UInt8(words[container] >> 56) + 2, payload: UInt64(container), origin: origin)
    words[container] |= UInt64(words.count)
  }

  package mutating func addString(_ bytes: Span<UInt8>, origin: Int) {
    let start = beginString(origin: origin)
    strings.append(span: bytes)
    endString(start)
  }

  /// Adds a string that the body appends byte for byte.
  package mutating func addString<Failure: Error>(
    origin: Int, body: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let start = beginString(origin: origin)
    try body(&strings)
    endString(start)
  }

  private mutating func beginString(origin: Int) -> Int {
    push(UInt8(ascii: "\""), payload: UInt64(strings.count), origin: origin)
    strings.append(contentsOf: [0, 0, 0, 0])
    return strings.count
  }

  private mutating func endString(_ start: Int) {
    let count = UInt32(strings.count - start)
    for byte in 0..<4 {
      strings[start - 4 + byte] = UInt8(truncatingIfNeeded: count >> (8 * UInt32(byte)))
    }
    strings.append(0)
  }

  /// Adds `true`, `false` or `null`.
  package mutating func add(_ kind: JSONTape.Kind, origin: Int) {
    push(kind.letter, payload: 0, origin: origin)
  }

  /// Adds a number, in a tape that has no text of its own.
  package mutating func addNumber(spelled bytes: Span<UInt8>, origin: Int) {
    let start = spellings.count
    spellings.append(span: bytes)
    addNumber(bytes, at: start, origin: origin)
  }

  /// Adds a number that is spelled at a place of the tape's text.
  package mutating func addNumber(_ bytes: Span<UInt8>, at start: Int, origin: Int) {
    let text = String(copying: bytes)
    let kind: JSONTape.Kind =
      Int64(text) != nil ? .signed : UInt64(text) != nil ? .unsigned : .double
    push(kind.letter, payload: 0, origin: origin)
    words.append(UInt64(start) << 32 | UInt64(bytes.count))
    origins.append(origin)
  }
}
