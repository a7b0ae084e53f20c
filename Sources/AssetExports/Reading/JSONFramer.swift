internal import AssetCatalogue
internal import AssetJSON
internal import Assets

/// Finds the values in JSON text, one after the other: the lines of NDJSON, the elements of an array, or values that
/// just follow each other; and of an object too large for the window, its members and the records in it. Only finds
/// their ends; the parser checks them.
struct JSONFramer {
  /// How the text is laid out.
  enum Layout {
    /// One value a line.
    case lines
    case values
  }

  /// A piece of the text, which begins with the window's first unread byte.
  enum Piece {
    /// A value that stands by itself; so many bytes.
    case value(Int)
    /// An object that has more than these bytes, which were to be waited for.
    case tooLarge(Int)
    /// A record of the object that was entered, and its name if it has one.
    case record(Int, name: [UInt8]?)
    /// What that object has beside its records: a member, or an element of one.
    case other(Int, name: [UInt8], isElement: Bool)
    /// The end of that object, and whether the way to its records was there.
    case end(hasReachedRecords: Bool)
  }

  let layout: Layout
  /// How many bytes of an object are waited for before it is taken for too large to be parsed as a whole.
  private let firstPatience: Int
  /// The same for the object that the window begins with.
  private var patience: Int

  /// Whether the window begins with a value that was too large when it was looked at.
  private var isWaiting = false

  var open: [Container] = []
  /// The way to the records in the object that was entered.
  var outline: Outline?
  var hasReachedRecords = false

  struct Container {
    let isObject: Bool
    /// Nil for the array that the input is.
    let role: Outline.Role?
    /// The name of the member of the entered object that it is, or is in.
    let name: [UInt8]
    var isFirst = true
  }

  /// Reads as much of the input as it takes to tell how it is laid out.
  ///
  /// - Parameter isLines: whether it is known to be lines, which a broken first one doesn't show.
  init(_ window: inout InputWindow, patience: Int, isLines: Bool = false) throws {
    (self.patience, firstPatience) = (patience, patience)
    try window.skipSpace()
    layout = try isLines ? .lines : Self.layout(&window, patience: patience)
  }

  /// Whether the piece may be left out, and what follows be read: where what surrounds it shows its end.
  func canSkip(_ piece: Piece) -> Bool {
    switch piece {
    case .value: layout == .lines || !open.isEmpty
    case .record: true
    case .tooLarge, .other, .end: false
    }
  }

  /// The next piece; nil at the end of the input. The one before has to be consumed.
  mutating func next(_ window: inout InputWindow) throws -> Piece? {
    if layout == .lines { return try Self.nextLine(&window).map(Piece.value) }
    if isWaiting { return try value(&window) }
    while true {
      try window.skipSpace()
      if open.isEmpty { try window.skipMarks() }
      guard let byte = try window.byte(at: 0) else {
        guard let container = open.last else { return nil }
        throw fault(
          "the input ends inside of an \(container.isObject ? "object" : "array")", in: window)
      }
      guard let container = open.last else {
        if byte == UInt8(ascii: "[") {
          try enter(Container(isObject: false, role: nil, name: []), in: &window)
          continue
        }
        return try value(&window)
      }
      if let piece = try nextMember(of: container, byte: byte, in: &window) { return piece }
    }
  }

  /// What may be guessed of an object of which so many bytes are there. What stands in an array is a record as long as
  /// there is room for one.
  func guess(at count: Int, in window: borrowing InputWindow) -> Outline.Guess {
    if count > min(window.limit / 2, Self.maxPatience) { return .byAll }
    return open.isEmpty ? .byBeginning : .never
  }

  /// To parse more at once would take more memory than an export may.
  private static let maxPatience = 16 << 20

  /// Waits for twice as much before an object is too large.
  mutating func wait() { patience *= 2 }

  /// Goes into the object that was too large, to where the outline says that records are.
  mutating func enter(_ outline: Outline, in window: inout InputWindow) throws {
    self.outline = outline
    hasReachedRecords = false
    isWaiting = false
    patience = firstPatience
    try enter(Container(isObject: true, role: .level(0), name: []), in: &window)
  }

  func fault(_ why: String, in window: borrowing InputWindow) -> Fault {
    Fault(
      .input, what: window.name, why: why, advice: "check that the file is whole",
      place: window.place)
  }
}

extension JSONFramer {
  private static func nextLine(_ window: inout InputWindow) throws -> Int? {
    try window.skipSpace()
    try window.skipMarks()
    var searched = 0
    while true {
      if let end = window.offset(of: 0x0A, from: searched) { return end }
      searched = window.unread.count
      guard try window.fill() else { return searched == 0 ? nil : searched }
    }
  }

  /// The value that begins here, which stands by itself.
  mutating func value(_ window: inout InputWindow) throws -> Piece {
    let isObject = try window.byte(at: 0) == UInt8(ascii: "{")
    let extent = try Self.extent(&window, upTo: isObject ? patience : .max)
    isWaiting = !extent.isWhole && extent.count >= patience
    if isWaiting { return .tooLarge(extent.count) }
    patience = firstPatience
    return .value(extent.count)
  }

  /// How many bytes the value at the window's start has, and whether it is whole: it is not if the input ends first, or
  /// it has more bytes than are waited for.
  static func extent(
    _ window: inout InputWindow, upTo patience: Int = .max
  ) throws -> (count: Int, isWhole: Bool) {
    var extent = JSONExtent()
    var count = 0
    while true {
      let rest = window.unread.dropFirst(count).prefix(patience - count)
      count += extent.extend(over: window.bytes.span.extracting(rest))
      if extent.isWhole { return (count, true) }
      guard try count < patience && window.fill() else { return (count, false) }
    }
  }

  /// It is lines if the first value is an object that ends its line and has no line break in it.
  private static func layout(_ window: inout InputWindow, patience: Int) throws -> Layout {
    guard try window.byte(at: 0) == UInt8(ascii: "{") else { return .values }
    let first = try extent(&window, upTo: patience)
    guard first.isWhole else { return .values }
    if let lineEnd = window.offset(of: 0x0A, from: 0), lineEnd < first.count { return .values }
    var offset = first.count
    while let byte = try window.byte(at: offset), byte == 0x20 || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
    let next = try window.byte(at: offset)
    return next == nil || next == 0x0A ? .lines : .values
  }
}
