internal import AssetIndex
internal import Assets
internal import AssetSQLite

/// The values of a field, numbered from 1, and which of them each asset of a block has: 0 for none.
struct BlockLabels {
  private(set) var texts: [String] = []
  private var numbers: [ExactText: Int] = [:]
  /// By term.
  private var places: [Int64: Int] = [:]
  private let column: String?
  private let table: String

  /// - Parameter name: the field; nil for one that the type does not have.
  init(_ name: String?, of type: AssetType, on connection: borrowing Connection) throws {
    table = AssetTable(type).name
    guard let field = name.flatMap(type.field(named:)) else {
      column = nil
      return
    }
    guard let root = type.termRoot(of: field) else {
      column = AssetTable.quote(field.name)
      return
    }
    // The index has no text of values that are longer than its terms.
    let hasLong = try TermTable.find(.field(root).appending(.long), on: connection) != nil
    column = hasLong ? AssetTable.quote(field.name) : nil
    guard !hasLong, let parent = try TermTable.find(.field(root), on: connection)?.id else {
      return
    }
    try connection.forEachRow(
      "SELECT id, text FROM terms WHERE parent = ? AND kind = ?",
      with: [.integer(parent), .integer(Int64(Term.Kind.value.rawValue))]
    ) { row in
      texts.append(row.text(at: 1) ?? "")
      places[row.integer(at: 0) ?? 0] = texts.count
    }
  }

  /// The value with a number; nil for 0.
  func text(of number: Int) -> String? { number == 0 ? nil : texts[number - 1] }

  mutating func numbers(
    inBlock block: Int64, on connection: borrowing Connection
  ) throws -> [Int] {
    var labels = [Int](repeating: 0, count: BlockBits.width)
    if let column {
      try connection.forEachRow(
        "SELECT _id, \(column) FROM \(table) WHERE _id BETWEEN ? AND ? AND \(column) IS NOT NULL",
        with: AssetID.range(ofBlock: block)
      ) { row in
        labels[Int((row.integer(at: 0) ?? 0) & 0xFFFF)] = number(of: row.text(at: 1) ?? "")
      }
      return labels
    }
    guard let first = places.keys.min(), let last = places.keys.max() else { return labels }
    let mark = { (number: Int, blob: Span<UInt8>) in
      guard BlockBlob.isBitmap(blob) else {
        return try BlockBlob.forEach(blob) { labels[Int($0)] = number }
      }
      for id in try BlockBits(blob).ids { labels[Int(id)] = number }
    }
    if places.count > BlockTable.maxSought {
      try BlockTable.forEachBlob(block, in: first...last, on: connection) { term, blob in
        if let number = places[term] { try mark(number, blob) }
      }
    } else {
      for (term, number) in places {
        try BlockTable.withBlob(block, term: term, on: connection) { try mark(number, $0) }
      }
    }
    return labels
  }

  private mutating func number(of text: String) -> Int {
    if let number = numbers[text.exactly] { return number }
    texts.append(text)
    numbers[text.exactly] = texts.count
    return texts.count
  }
}
