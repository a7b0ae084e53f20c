internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// Counts the tags of one type's assets by account.
struct TagCount {
  /// How many assets of an account have a tag in which way.
  private enum Way: Int, CaseIterable {
    case present, empty, lacking, unknown
  }

  private let type: AssetType
  private let keys: [TagTerms]
  private var accounts: BlockLabels
  /// By account, then key, then way: a number each.
  private var counts: [Int] = []

  init(_ type: AssetType, keys: [String], on connection: borrowing Connection) throws {
    self.type = type
    self.keys = try keys.map { try TagTerms($0, on: connection) }
    accounts = try BlockLabels(type.accountField, of: type, on: connection)
  }

  /// By account, then key.
  mutating func coverage(_ connection: borrowing Connection) throws -> [TagCoverage] {
    var resolution = try TermResolution(type, on: connection)
    let all = try resolution.set(.all, bound: .certain, on: connection)
    try all.forEachBlock(on: connection) { block, bits in
      try count(block, bits: bits, on: connection)
      return true
    }
    // Those without an account come last.
    let labels = (0..<counts.count / max(1, width)).sorted { one, other in
      guard let first = accounts.text(of: one), let second = accounts.text(of: other) else {
        return other == 0 && one != 0
      }
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return labels.flatMap { coverage(of: $0, account: accounts.text(of: $0)) }
  }

  private var width: Int { keys.count * Way.allCases.count }

  private mutating func count(
    _ block: Int64, bits: BlockBits, on connection: borrowing Connection
  ) throws {
    let labels = try accounts.numbers(inBlock: block, on: connection)
    let missing = (accounts.texts.count + 1) * width - counts.count
    if missing > 0 { counts += [Int](repeating: 0, count: missing) }
    let unknown = try type.hasTags ? UnknownTags.bits(inBlock: block, on: connection) : BlockBits()
    let ids = bits.ids
    for (place, key) in keys.enumerated() {
      let (all, empty) = try key.bits(inBlock: block, on: connection)
      for id in ids {
        let way: Way =
          all.contains(id)
          ? empty.contains(id) ? .empty : .present : unknown.contains(id) ? .unknown : .lacking
        counts[labels[Int(id)] * width + place * Way.allCases.count + way.rawValue] += 1
      }
    }
  }

  private func coverage(of label: Int, account: String?) -> [TagCoverage] {
    keys.enumerated().compactMap { place, key in
      let count = { (way: Way) in
        counts[label * width + place * Way.allCases.count + way.rawValue]
      }
      let all = Way.allCases.reduce(0) { $0 + count($1) }
      guard all > 0 else { return nil }
      let hasTags = type.hasTags
      return TagCoverage(
        key: key.key, type: type.name.description, account: account,
        present: hasTags ? count(.present) : 0, empty: hasTags ? count(.empty) : 0,
        lacking: hasTags ? count(.lacking) : 0, impossible: hasTags ? 0 : all,
        unknown: hasTags ? count(.unknown) : 0)
    }
  }
}

/// The terms of a tag.
private struct TagTerms {
  let key: String
  private let all: Int64?
  private let blank: [Int64]
  private let several: Int64?

  init(_ key: String, on connection: borrowing Connection) throws {
    self.key = key
    let term = Term.field("tags").appending(.key, text: key)
    all = try TermTable.find(term, on: connection)?.id
    blank = try [term.appending(.value, text: ""), term.appending(.null)]
      .compactMap { try TermTable.find($0, on: connection)?.id }
    several = try TermTable.find(term.appending(.several), on: connection)?.id
  }

  /// The assets that have it, and those of them with nothing in it. One of several values is not empty.
  func bits(
    inBlock block: Int64, on connection: borrowing Connection
  ) throws -> (all: BlockBits, empty: BlockBits) {
    var empty = BlockBits()
    for term in blank { empty.formUnion(try Self.bits(term, inBlock: block, on: connection)) }
    if let several { empty.subtract(try Self.bits(several, inBlock: block, on: connection)) }
    return (try Self.bits(all, inBlock: block, on: connection), empty)
  }

  private static func bits(
    _ term: Int64?, inBlock block: Int64, on connection: borrowing Connection
  ) throws -> BlockBits {
    guard let term else { return BlockBits() }
    return try BlockTable.withBlob(block, term: term, on: connection) { try BlockBits($0) }
  }
}
