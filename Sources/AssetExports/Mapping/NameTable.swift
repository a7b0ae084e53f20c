internal import AssetCatalogue
internal import AssetFiles
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
    let meaning: Meaning
    /// How many records had it.
    var count = 0
    /// The entry that came after this one the last time.
    fileprivate var successor = 0
  }

  private(set) var entries: [Entry] = []
  private var index = NameIndex()
  private var last = start
  private let fields: [ExactText: (index: Int, rank: Int)]

  /// Stands before the first name of every record.
  private static let start = 0
  /// Stands for all names that are too long to be kept, or come when there are too many of them.
  private static let others = 1
  private static let maxCount = 1 << 16
  private static let maxLength = 1_024

  init(_ type: AssetType) {
    var fields: [ExactText: (index: Int, rank: Int)] = [:]
    for (index, field) in type.fields.enumerated() {
      guard let name = field.providerName?.exactly, fields[name] == nil else { continue }
      fields[name] = (index, 1)
    }
    for (index, field) in type.fields.enumerated() {
      fields[field.name.exactly] = (index, 0)
    }
    self.fields = fields
    for name in ["", "(other names)"] {
      _ = index.add(Array(name.utf8).span)
      entries.append(Entry(meaning: .extra))
    }
  }

  /// Says that the next name is the first of a record.
  mutating func begin() { last = Self.start }

  /// The entry for a name.
  mutating func entry(for name: Span<UInt8>) -> Int {
    let guess = entries[last].successor
    if index.isName(guess, name) {
      last = guess
    } else {
      let found = index.number(of: name) ?? add(name)
      entries[last].successor = found
      last = found
    }
    return last
  }

  /// What a name means, without its being kept.
  func meaning(of name: Span<UInt8>) -> Meaning {
    index.number(of: name).map { entries[$0].meaning } ?? meaning(of: String(copying: name))
  }

  func isField(_ name: Span<UInt8>) -> Bool {
    if case .field = meaning(of: name) { true } else { false }
  }

  mutating func count(_ entry: Int) { entries[entry].count += 1 }

  /// How many records had a member of that name, for the names that were counted.
  var counts: [String: Int] {
    let counted = entries.indices.filter { entries[$0].count > 0 }
      .map { (String(decoding: index[$0], as: UTF8.self), entries[$0].count) }
    return Dictionary(counted, uniquingKeysWith: +)
  }

  private mutating func add(_ name: Span<UInt8>) -> Int {
    let meaning = meaning(of: String(copying: name))
    if meaning == .extra, entries.count >= Self.maxCount || name.count > Self.maxLength {
      return Self.others
    }
    entries.append(Entry(meaning: meaning))
    return index.add(name)
  }

  private func meaning(of name: String) -> Meaning {
    if let field = fields[name.exactly] { return .field(field.index, rank: field.rank) }
    if name == "_type" { return .typeName }
    if name == "_extra" { return .extraFields }
    if let field = fields[name.inSnakeCase.exactly] { return .field(field.index, rank: 2) }
    return .extra
  }
}
