internal import AssetFiles
internal import Assets
internal import CAssetSimdJSON

/// One parsed JSON value, in simdjson's form: a word for each value, key and bracket, in the order of the text. An
/// index names a value; 1 is the whole.
///
/// Only ever lent: it points into its parser's memory. Its indexes come from itself, and its accessors check the kind
/// before they follow a word, so a borrower can't read outside of that memory.
@usableFromInline @safe package struct JSONTape: ~Copyable {
  @usableFromInline package let words: UnsafeBufferPointer<UInt64>
  @usableFromInline package let strings: UnsafePointer<UInt8>
  @usableFromInline package let text: UnsafeBufferPointer<UInt8>
  package let offsets: Offsets
  /// What the offsets are of; nil if it is the text.
  var source: UnsafeBufferPointer<UInt8>?
  /// Whether a string may hold what SQLite's text can't: U+0000, or bytes that are no UTF-8, which stand for half of a
  /// surrogate pair.
  package var hasFlaws = false

  /// Where in the text the values begin.
  @unsafe package enum Offsets {
    case parsed(OpaquePointer)
    case listed(UnsafeBufferPointer<Int>)
  }

  package static let root = 1

  /// What stands at an index: the letter that simdjson marks it with. Not an enumeration, which would have to be
  /// looked up in a table for each value.
  ///
  /// This and what walks the tape can be inlined by the modules that read records: measured on an ingest, calls for it
  /// cost a twentieth of all its instructions. (`@inlinable` alone does nothing here: the type and what the bodies name
  /// have to be `@usableFromInline`.)
  @usableFromInline package struct Kind: Equatable {
    @usableFromInline package let letter: UInt8

    @inlinable
    package init(letter: UInt8) { self.letter = letter }

    @inlinable
    package static func == (left: Kind, right: Kind) -> Bool { left.letter == right.letter }

    @inlinable package static var object: Kind { Kind(letter: UInt8(ascii: "{")) }
    @inlinable package static var array: Kind { Kind(letter: UInt8(ascii: "[")) }
    @inlinable package static var string: Kind { Kind(letter: UInt8(ascii: "\"")) }
    @inlinable package static var signed: Kind { Kind(letter: UInt8(ascii: "l")) }
    @inlinable package static var unsigned: Kind { Kind(letter: UInt8(ascii: "u")) }
    @inlinable package static var double: Kind { Kind(letter: UInt8(ascii: "d")) }
    @inlinable package static var `true`: Kind { Kind(letter: UInt8(ascii: "t")) }
    @inlinable package static var `false`: Kind { Kind(letter: UInt8(ascii: "f")) }
    @inlinable package static var null: Kind { Kind(letter: UInt8(ascii: "n")) }

    @inlinable package var isNumber: Bool {
      self == .signed || self == .unsigned || self == .double
    }
    @inlinable package var isContainer: Bool { self == .object || self == .array }
  }

  @inlinable
  package func kind(at index: Int) -> Kind { unsafe Kind(letter: UInt8(words[index] >> 56)) }

  /// The index of what follows the value in its array or object.
  @inlinable
  package func index(after index: Int) -> Int {
    switch kind(at: index) {
    case .object, .array: unsafe Int(UInt32(truncatingIfNeeded: words[index]))
    case .signed, .unsigned, .double: index + 2
    default: index + 1
    }
  }

  /// The index of the first element of an array, or of the first key of an object. A key's value follows it.
  @inlinable
  package func firstChild(of index: Int) -> Int { index + 1 }

  /// Whether there is an element or key at the index, and not the end of its container.
  @inlinable
  package func hasValue(at index: Int) -> Bool {
    let letter = kind(at: index).letter
    return letter != UInt8(ascii: "}") && letter != UInt8(ascii: "]") && letter != UInt8(ascii: "r")
  }

  /// Where in the text the value at an index begins.
  package func offset(of index: Int) -> Int {
    switch unsafe offsets {
    case .parsed(let parser): unsafe csj_offset(parser, index)
    case .listed(let offsets): unsafe offsets[index]
    }
  }

  /// How many lines of the text end between two offsets.
  package func lineFeeds(in offsets: Range<Int>) -> Int {
    unsafe Span(_unsafeElements: source ?? text).extracting(offsets).count(of: 0x0A)
  }

  /// Lends the bytes of a string, of a key, or of a number's spelling; `true` and `false` as such. Anything else has
  /// no bytes.
  @inlinable @inline(__always)
  package func withBytes<Result, Failure: Error>(
    at index: Int, body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe Span(_unsafeElements: bytes(at: index)))
  }

  /// Compares the bytes at two indexes: negative, zero or positive.
  package func compareBytes(at left: Int, with right: Int) -> Int {
    withBytes(at: left) { left in withBytes(at: right) { Assets.compareBytes(left, with: $0) } }
  }

  @inlinable @inline(__always)
  package func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> {
    guard kind(at: index) == .string else { return unsafe spelling(at: index) }
    let string = unsafe strings + Int(words[index] & 0xFF_FFFF_FFFF_FFFF)
    let count = unsafe UnsafeRawPointer(string).loadUnaligned(as: UInt32.self)
    return unsafe UnsafeBufferPointer(start: string + 4, count: Int(count))
  }

  @usableFromInline
  package func spelling(at index: Int) -> UnsafeBufferPointer<UInt8> {
    switch kind(at: index) {
    case .signed, .unsigned, .double:
      let place = unsafe words[index + 1]
      let start = Int(place >> 32)
      return unsafe UnsafeBufferPointer(
        rebasing: text[start..<start + Int(UInt32(truncatingIfNeeded: place))])
    case .true: return unsafe Self.trueText
    case .false: return unsafe Self.falseText
    default: return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  // Constants: never written, never freed.
  nonisolated(unsafe) private static let trueText = unsafe constant("true")
  nonisolated(unsafe) private static let falseText = unsafe constant("false")

  private static func constant(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

extension JSONTape {
  /// The bytes at an index, copied.
  package func string(at index: Int) -> String { withBytes(at: index) { String(copying: $0) } }

  /// Appends the value as JSON text: no spaces, order and number spellings kept.
  package func write(_ index: Int, to output: inout [UInt8]) {
    switch kind(at: index) {
    case .object: writeContainer(index, open: "{", close: "}", keyed: true, to: &output)
    case .array: writeContainer(index, open: "[", close: "]", keyed: false, to: &output)
    case .string where hasFlaws: withBytes(at: index) { JSONText.append(flawed: $0, to: &output) }
    case .string: withBytes(at: index) { JSONText.append(string: $0, to: &output) }
    case .null: output.append(contentsOf: "null".utf8)
    default: withBytes(at: index) { output.append(span: $0) }
    }
  }

  // Depth is bounded: the parser refuses what is nested deeper than `JSONParser.maxDepth`.
  private func writeContainer(
    _ index: Int, open: Unicode.Scalar, close: Unicode.Scalar, keyed: Bool,
    to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: open))
    var child = firstChild(of: index)
    var isFirst = true
    while hasValue(at: child) {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      if keyed {
        write(child, to: &output)
        output.append(UInt8(ascii: ":"))
        child = self.index(after: child)
      }
      write(child, to: &output)
      child = self.index(after: child)
    }
    output.append(UInt8(ascii: close))
  }
}
