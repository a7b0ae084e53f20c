internal import Assets
internal import CSimdJSON

/// Finds the records in JSON text, one after the other: the lines of NDJSON, the elements of an array, or values that
/// just follow each other. Only finds their ends; the parser checks them.
struct JSONFramer {
  /// How the text is laid out.
  enum Layout: String {
    /// One value a line.
    case lines = "ndjson"
    case values = "json"
  }

  let layout: Layout
  private var isInArray = false
  private var isFirst = true

  /// Reads as much of the input as it takes to tell how it is laid out.
  init(_ window: inout InputWindow) throws {
    try Self.skipMark(&window)
    try window.skipSpace()
    layout = try Self.layout(&window)
  }

  /// How many of the window's unread bytes, from the first, are the next record; nil at the end.
  mutating func next(_ window: inout InputWindow) throws -> Int? {
    try layout == .lines ? Self.nextLine(&window) : nextValue(&window)
  }

  private static func nextLine(_ window: inout InputWindow) throws -> Int? {
    try window.skipSpace()
    var searched = 0
    while true {
      if let end = window.offset(of: 0x0A, from: searched) { return end }
      searched = window.unread.count
      guard try window.fill() else { return searched == 0 ? nil : searched }
    }
  }

  private mutating func nextValue(_ window: inout InputWindow) throws -> Int? {
    while true {
      try window.skipSpace()
      guard let byte = try window.byte(at: 0) else {
        if isInArray { throw fault("the input ends inside of an array", window) }
        return nil
      }
      if isInArray, byte == UInt8(ascii: "]") {
        window.consume(1)
        isInArray = false
      } else if !isInArray, byte == UInt8(ascii: "[") {
        window.consume(1)
        (isInArray, isFirst) = (true, true)
      } else {
        try skipComma(byte, &window)
        return try Self.extent(&window)?.count
      }
    }
  }

  private mutating func skipComma(_ byte: UInt8, _ window: inout InputWindow) throws {
    guard isInArray else { return }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw fault("expected ',' or ']'", window) }
      window.consume(1)
      try window.skipSpace()
    }
    isFirst = false
    guard let next = try window.byte(at: 0), next != UInt8(ascii: "]"), next != UInt8(ascii: ",")
    else {
      throw fault("expected a value after ','", window)
    }
  }

  private func fault(_ why: String, _ window: borrowing InputWindow) -> Fault {
    Fault(
      .input, window.name, why: why, advice: "check that the file is whole", place: window.place)
  }
}

extension JSONFramer {
  /// How many bytes the value at the window's start has, and whether it is whole; nil at the end of the input.
  private static func extent(_ window: inout InputWindow) throws -> (count: Int, isWhole: Bool)? {
    var extent = csj_extent()
    var count = 0
    while true {
      let rest = window.unread.lowerBound + count..<window.unread.upperBound
      count += unsafe window.bytes.span.extracting(rest).withUnsafeBufferPointer {
        unsafe csj_extend(&extent, $0.baseAddress, $0.count)
      }
      if extent.done != 0 { return (count, true) }
      guard try window.fill() else { return count == 0 ? nil : (count, false) }
    }
  }

  /// It is lines if the first value is an object that ends its line and has no line break in it.
  private static func layout(_ window: inout InputWindow) throws -> Layout {
    guard try window.byte(at: 0) == UInt8(ascii: "{"), let first = try extent(&window),
      first.isWhole
    else { return .values }
    if let lineEnd = window.offset(of: 0x0A, from: 0), lineEnd < first.count { return .values }
    var offset = first.count
    while let byte = try window.byte(at: offset), byte == 0x20 || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
    let next = try window.byte(at: offset)
    return next == nil || next == 0x0A ? .lines : .values
  }

  /// Skips a byte order mark; refuses UTF-16 and what isn't text.
  private static func skipMark(_ window: inout InputWindow) throws {
    let start = [try window.byte(at: 0), try window.byte(at: 1), try window.byte(at: 2)]
    if start == [0xEF, 0xBB, 0xBF] { return window.consume(3) }
    let isUTF16 =
      [[0xFF, 0xFE], [0xFE, 0xFF]].contains(start.prefix(2).map { $0 })
      || start.prefix(2).contains(0)
    guard isUTF16 else { return }
    throw Fault(
      .input, window.name, why: "it is UTF-16 or no text at all, and an export is UTF-8",
      advice: "convert it: iconv -f UTF-16 -t UTF-8", place: window.place)
  }
}
