package import Assets
package import AssetSQLite

/// The statements of the table `terms`.
package enum TermTable {
  package struct Row {
    package let id: Int64
    /// How many assets it is a fact of.
    package let assets: Int

    /// - Throws: the damage, where it is none that a term can have.
    var checkedID: UInt32 {
      get throws {
        guard let id = UInt32(exactly: id) else { throw TermTable.damage }
        return id
      }
    }
  }

  package static var damage: Fault {
    Fault(
      .damaged, what: "the index of terms", why: "it is not what the assets say",
      advice: "see: assetstore verify")
  }

  /// The row of a term; nil if no asset has it.
  package static func find(_ term: Term, on connection: borrowing Connection) throws -> Row? {
    var row = Row(id: 0, assets: 0)
    for step in term.steps {
      guard let found = try find(below: row.id, kind: step.kind, in: step.text.span, on: connection)
      else {
        return nil
      }
      row = found
    }
    return row
  }

  /// The row of the term below a parent; nil if no asset has it.
  package static func find(
    below parent: Int64, kind: Term.Kind, in text: Span<UInt8>,
    on connection: borrowing Connection
  ) throws -> Row? {
    let key: [3 of Statement.Slice] = [
      .text(0..<text.count), .integer(parent), .integer(Int64(kind.rawValue)),
    ]
    return try connection.withStatement(
      "SELECT id, assets FROM terms WHERE parent = ?2 AND kind = ?3 AND text = ?1"
    ) { find in
      try find.first(key.span, in: text) { found in
        Row(id: found.integer(at: 0) ?? 0, assets: assets(found.integer(at: 1)))
      }
    }
  }

  /// A count of assets: one that was tampered with is no more than an estimate gone wrong.
  package static func assets(_ count: Int64?) -> Int { Int(min(max(0, count ?? 0), 1 << 60)) }

  /// How many assets the terms have together, at most.
  package static func assets(of terms: [Int64], on connection: borrowing Connection) throws -> Int {
    try terms.reduce(0) { sum, term in
      let found = try connection.integer(
        "SELECT assets FROM terms WHERE id = ?", with: .integer(term))
      return min(sum + assets(found), 1 << 60)
    }
  }

  /// Lends the terms below a parent in the order of their texts' bytes.
  package static func forEachChild(
    of parent: Int64, kind: Term.Kind, on connection: borrowing Connection,
    body: (Int64) -> Void
  ) throws {
    try connection.forEachRow(
      "SELECT id FROM terms WHERE parent = ? AND kind = ? ORDER BY text",
      with: [.integer(parent), .integer(Int64(kind.rawValue))]
    ) { row in
      body(row.integer(at: 0) ?? 0)
    }
  }

  package static func withText(
    of term: Int64, on connection: borrowing Connection, body: (Span<UInt8>) -> Void
  ) throws {
    try connection.forEachRow("SELECT text FROM terms WHERE id = ?", with: [.integer(term)]) {
      row in
      row.withBytes(at: 0, body: body)
    }
  }
}

extension TermTable {
  /// The id of the next new term.
  package static func nextID(_ connection: borrowing Connection) throws -> UInt32 {
    guard let last = try connection.integer("SELECT max(id) FROM terms") else { return 1 }
    guard (1..<Int64(UInt32.max) - 1 << 28).contains(last) else { throw damage }
    return UInt32(last) + 1
  }

  /// Takes the id, the parent's id, the kind, the text and the count of assets.
  package static let insertion = RowInsertion("INSERT INTO terms", columns: 5)

  /// Makes a term a fact of so many assets more, or less.
  package static func count(_ id: Int64, by change: Int64, on connection: borrowing Connection)
    throws
  {
    try connection.withStatement("UPDATE terms SET assets = assets + ?2 WHERE id = ?1") { update in
      let parameters: [2 of Statement.Slice] = [.integer(id), .integer(change)]
      try update.run(parameters.span)
    }
  }

  package static func remove(_ id: Int64, on connection: borrowing Connection) throws {
    try connection.run("DELETE FROM terms WHERE id = ?", with: .integer(id))
  }

  package static let textIndexRemoval = "DROP INDEX terms_by_text"
  package static let textIndex = "CREATE UNIQUE INDEX terms_by_text ON terms(parent, kind, text)"
}
