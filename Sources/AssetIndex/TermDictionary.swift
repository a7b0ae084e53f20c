internal import Assets
package import AssetSQLite

/// The terms that a run meets and their ids: those of the store, looked up once, and new ones, which are written all at
/// once. Holds about so many bytes; then it writes what is new, and begins again.
package struct TermDictionary: ~Copyable {
  private struct State {
    /// In the store; 0 if it has not been looked up.
    var id: UInt32 = 0
    /// Of how many assets more, or less, it is a fact.
    var change: Int32 = 0
    var isNew = false
  }

  package var interner = TermInterner()
  /// By number, as far as terms have been asked for.
  private var states: [State] = []
  private var nextID: UInt32
  private let maxBytes: Int

  /// Nothing is written as long as nothing is counted.
  package init(_ connection: borrowing Connection, maxBytes: Int) throws {
    nextID = try TermTable.nextID(connection)
    self.maxBytes = maxBytes
  }

  /// The id of a term in the store: a new one if it has none.
  package mutating func id(of number: UInt32, on connection: borrowing Connection) throws -> UInt32
  {
    let index = Int(number) - 1
    if index < states.count, states[index].id != 0 { return states[index].id }
    let parent = interner.parent(of: number)
    let parentID = try parent == 0 ? 0 : id(of: parent, on: connection)
    if states.count < interner.count {
      states += [State](repeating: State(), count: interner.count - states.count)
    }
    let isBelowNew = parent != 0 && states[Int(parent) - 1].isNew
    let known = try isBelowNew ? nil : find(number, below: parentID, on: connection)
    states[index].id = known ?? nextID
    states[index].isNew = known == nil
    if known == nil { nextID += 1 }
    return states[index].id
  }

  /// - Parameter number: of a term whose id has been asked for.
  package mutating func count(_ number: UInt32, by change: Int32) {
    states[Int(number) - 1].change += change
  }

  private func find(
    _ number: UInt32, below parent: UInt32, on connection: borrowing Connection
  ) throws -> UInt32? {
    let text = interner.texts.span.extracting(interner.text(of: number))
    return try TermTable.find(
      below: Int64(parent), kind: interner.kind(of: number), in: text, on: connection
    )?.checkedID
  }
}

extension TermDictionary {
  /// Writes what has changed if there is much of it. Numbers from before are not valid any more.
  package mutating func makeRoom(_ connection: borrowing Connection) throws {
    if size > maxBytes { try write(connection) }
  }

  private var size: Int { interner.size + states.count * MemoryLayout<State>.stride }

  /// Writes what has changed. Numbers from before are not valid any more.
  package mutating func write(_ connection: borrowing Connection) throws {
    guard states.allSatisfy({ !$0.isNew || $0.change >= 0 }) else { throw TermTable.damage }
    try insertNew(connection)
    for state in states where !state.isNew && state.change != 0 {
      try TermTable.count(Int64(state.id), by: Int64(state.change), on: connection)
      try connection.run(
        "DELETE FROM terms WHERE id = ? AND assets = 0", with: .integer(Int64(state.id)))
    }
    interner.removeAll()
    states = []
  }

  private func insertNew(_ connection: borrowing Connection) throws {
    var insertion = TermTable.insertion
    for (index, state) in states.enumerated() where state.isNew && state.change > 0 {
      let number = UInt32(index + 1)
      let parent = interner.parent(of: number)
      let row: [5 of Statement.Slice] = [
        .integer(Int64(state.id)),
        .integer(parent == 0 ? 0 : Int64(states[Int(parent) - 1].id)),
        .integer(Int64(interner.kind(of: number).rawValue)), .text(interner.text(of: number)),
        .integer(Int64(state.change)),
      ]
      try insertion.add(row.span, in: interner.texts.span, on: connection)
    }
    try insertion.finish(in: interner.texts.span, on: connection)
  }
}
