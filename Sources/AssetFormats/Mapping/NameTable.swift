internal import Assets

/// Says for each name that an export uses which field of the type it means.
///
/// Exports name the same members in the same order over and over: the table learns which name follows which, and
/// compares with that one before it looks anything up.
struct NameTable {
  enum Meaning: Hashable {
    /// A field, by its place in the type. Of two names for one field the one of lower rank is taken.
    case field(Int, rank: Int)
    /// A member that is not the asset's but ours: what an export of this program says beside the fields.
    case typeName, extraFields
    /// No field.
    case extra
  }

  struct Entry {
    let name: [UInt8]
    let meaning: Meaning
    /// How many records had it.
    var count = 0
    /// The entry that came after this one the last time.
    var successor = 0
  }

  private(set) var entries: [Entry] = []
  private var indexes: [[UInt8]: Int] = [:]
  private var last = 0
  private let fields: [String: (index: Int, rank: Int)]

  init(_ type: AssetType) {
    var fields: [String: (index: Int, rank: Int)] = [:]
    for (index, field) in type.fields.enumerated() {
      if let name = field.providerName, fields[name] == nil { fields[name] = (index, 1) }
    }
    for (index, field) in type.fields.enumerated() { fields[field.name] = (index, 0) }
    self.fields = fields
    _ = look(up: Array(Field.keyName.utf8))
  }

  /// The entry for a name.
  mutating func entry(for name: Span<UInt8>) -> Int {
    let guess = entries[last].successor
    let guessed = entries[guess].name
    if guessed.span.isIdentical(inBytesTo: name) {
      last = guess
      return guess
    }
    let found = look(up: Array(copying: name))
    entries[last].successor = found
    last = found
    return found
  }

  mutating func count(_ entry: Int) { entries[entry].count += 1 }

  private mutating func look(up name: [UInt8]) -> Int {
    if let known = indexes[name] { return known }
    entries.append(Entry(name: name, meaning: meaning(of: String(decoding: name, as: UTF8.self))))
    indexes[name] = entries.count - 1
    return entries.count - 1
  }

  private func meaning(of name: String) -> Meaning {
    if let field = fields[name] { return .field(field.index, rank: field.rank) }
    if name == "_type" { return .typeName }
    if name == "_extra" { return .extraFields }
    if let field = fields[Self.snakeCase(name)] { return .field(field.index, rank: 2) }
    return .extra
  }

  /// `ContentHandlingStrategy`, `contentHandlingStrategy` → `content_handling_strategy`; `VPCId` → `vpc_id`.
  static func snakeCase(_ name: String) -> String {
    let letters = Array(name.utf8)
    var result: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      guard isUpper(letter) else {
        result.append(letter)
        continue
      }
      let followsLower =
        index > 0 && !isUpper(letters[index - 1]) && letters[index - 1] != UInt8(ascii: "_")
      let endsAcronym =
        index > 0 && isUpper(letters[index - 1]) && index + 1 < letters.count
        && (0x61...0x7A).contains(letters[index + 1])
      if followsLower || endsAcronym { result.append(UInt8(ascii: "_")) }
      result.append(letter | 0x20)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUpper(_ letter: UInt8) -> Bool { (0x41...0x5A).contains(letter) }
}
