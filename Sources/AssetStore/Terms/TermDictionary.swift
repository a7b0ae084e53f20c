internal import AssetFormats
internal import Assets
internal import SQLite

/// The terms that a run meets, by what they say: those of the store, looked up once, and new ones, which are written
/// all at once. Holds at most so many bytes; then it writes what is new, and begins again.
struct TermDictionary: ~Copyable {
  /// The place of a term in the dictionary; valid until `makeRoom`.
  typealias Entry = Int

  private struct Content {
    let hash: UInt64
    let parent: UInt32
    let id: UInt32
    let textStart: UInt32
    let textCount: UInt32
    /// Of how many assets more, or less, it is a fact.
    var change: Int32
    let kind: Term.Kind
    let isNew: Bool

    var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }
  }

  private var contents: [Content] = []
  private var texts: [UInt8] = []
  /// A table by hash, open, at most half full: the entry plus one, or 0 for none.
  private var slots: [UInt32]
  private let seed = UInt64.random(in: .min ... .max)
  private var nextID: UInt32
  /// Whether the store had no term, and all of them are in here.
  private var isComplete: Bool
  /// Changes whenever entries become invalid.
  private(set) var epoch = 0

  private let maxBytes: Int

  private static let firstSlots = 1 << 12

  private init(nextID: UInt32, isComplete: Bool, maxBytes: Int) {
    slots = [UInt32](repeating: 0, count: Self.firstSlots)
    self.nextID = nextID
    self.isComplete = isComplete
    self.maxBytes = maxBytes
  }

  /// To look terms up only: nothing is written as long as nothing is counted.
  static func reading(
    _ connection: borrowing Connection, maxBytes: Int
  ) throws -> TermDictionary {
    try TermDictionary(nextID: nextID(connection), isComplete: false, maxBytes: maxBytes)
  }

  /// To look terms up and write what is new. Where the store has none yet, the index of their texts is made at the end.
  static func writing(
    _ connection: borrowing Connection, maxBytes: Int
  ) throws -> TermDictionary {
    let nextID = try nextID(connection)
    if nextID == 1 { try connection.execute("DROP INDEX terms_by_text") }
    return TermDictionary(nextID: nextID, isComplete: nextID == 1, maxBytes: maxBytes)
  }

  private static func nextID(_ connection: borrowing Connection) throws -> UInt32 {
    let last = try connection.integer("SELECT max(id) FROM terms") ?? 0
    guard (0..<Int64(UInt32.max) - 1 << 28).contains(last) else { throw damage }
    return UInt32(last) + 1
  }

  static var damage: Fault {
    Fault(
      .damaged, "the index of terms", why: "it is not what the assets say",
      advice: "make it anew with: assetstore reindex")
  }

  static var damagedMap: Fault {
    Fault(
      .damaged, "the store", why: "a map of an asset is not in canonical form",
      advice: "see what else is wrong with: assetstore verify")
  }

  /// The id of a term in the store.
  func id(_ entry: Entry) -> UInt32 { contents[entry].id }

  mutating func count(_ entry: Entry, by change: Int32) { contents[entry].change += change }

  /// The term below a parent, made if there is none. The parent is a term's id, or 0 for a field.
  mutating func entry(
    _ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>, _ connection: borrowing Connection
  ) throws -> Entry {
    let hash = hash(parent, kind, text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if contents[entry].hash == hash, isSame(contents[entry], parent, kind, text) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    let known = try isComplete ? nil : Self.find(parent, kind, text, connection)
    return add(hash, parent, kind, text, known, slot)
  }

  private func isSame(
    _ content: Content, _ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>
  ) -> Bool {
    content.parent == parent && content.kind == kind
      && texts.span.extracting(content.text).isIdentical(inBytesTo: text)
  }

  private mutating func add(
    _ hash: UInt64, _ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>, _ known: UInt32?,
    _ slot: Int
  ) -> Entry {
    let start = texts.count
    texts.append(span: text)
    contents.append(
      Content(
        hash: hash, parent: parent, id: known ?? nextID, textStart: UInt32(start),
        textCount: UInt32(text.count), change: 0, kind: kind, isNew: known == nil))
    if known == nil { nextID += 1 }
    slots[slot] = UInt32(contents.count)
    if contents.count * 2 > slots.count { grow() }
    return contents.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (entry, content) in contents.enumerated() {
      var slot = Int(truncatingIfNeeded: content.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(entry + 1)
    }
  }
}

extension TermDictionary {
  /// Multiplies and folds, eight bytes a step. The seed is another in each process, or values could be made up that all
  /// come to one slot.
  private func hash(_ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>) -> UInt64 {
    var hash = Self.mix(seed ^ UInt64(parent) << 8 ^ UInt64(kind.rawValue), 0x9E37_79B9_7F4A_7C15)
    var offset = 0
    repeat {
      let (word, length) = text.partialWord(at: offset)
      hash = Self.mix(hash ^ word, 0xE703_7ED1_A0B4_28DB ^ UInt64(length))
      offset += 8
    } while offset < text.count
    return hash
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }
}

extension TermDictionary {
  /// The id of the term below a parent; nil if the store has none.
  static func find(
    _ parent: UInt32, _ kind: Term.Kind, _ text: Span<UInt8>, _ connection: borrowing Connection
  ) throws -> UInt32? {
    try connection.withStatement(
      "SELECT id FROM terms WHERE parent = ?2 AND kind = ?3 AND text = ?1"
    ) { find in
      let key: [Statement.Slice] = [
        .text(0..<text.count), .integer(Int64(parent)), .integer(Int64(kind.rawValue)),
      ]
      let id = try find.first(key, in: text) { $0.integer(at: 0) ?? 0 }
      return try id.map { id in
        guard let id = UInt32(exactly: id) else { throw damage }
        return id
      }
    }
  }

  /// Writes what has changed if there is much of it. Entries from before are not valid any more.
  mutating func makeRoom(_ connection: borrowing Connection) throws {
    let size = texts.count + contents.count * MemoryLayout<Content>.stride + slots.count * 4
    if size > maxBytes { try write(connection) }
  }

  /// Writes what has changed. Entries from before are not valid any more.
  mutating func write(_ connection: borrowing Connection) throws {
    guard contents.allSatisfy({ !$0.isNew || $0.change >= 0 }) else { throw Self.damage }
    try connection.withStatement("INSERT INTO terms VALUES (?1, ?2, ?3, ?4, ?5)") { insert in
      for content in contents where content.isNew && content.change > 0 {
        let row: [Statement.Slice] = [
          .integer(Int64(content.id)), .integer(Int64(content.parent)),
          .integer(Int64(content.kind.rawValue)), .text(content.text),
          .integer(Int64(content.change)),
        ]
        try insert.run(row, in: texts.span)
      }
    }
    for content in contents where !content.isNew && content.change != 0 {
      try connection.run(
        "UPDATE terms SET assets = assets + ?2 WHERE id = ?1", .integer(Int64(content.id)),
        .integer(Int64(content.change)))
      try connection.run(
        "DELETE FROM terms WHERE id = ? AND assets = 0", .integer(Int64(content.id)))
    }
    if isComplete {
      try connection.execute("CREATE UNIQUE INDEX terms_by_text ON terms(parent, kind, text)")
    }
    isComplete = false
    // Their memory too: at the end of a load another index needs it.
    contents = []
    texts = []
    slots = [UInt32](repeating: 0, count: Self.firstSlots)
    epoch += 1
  }
}
