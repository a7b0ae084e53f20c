internal import Assets
internal import AssetSQLite

extension RunReference {
  /// The number of the run whose end is meant; 0 for the time before the first.
  ///
  /// - Throws: `missing` if there is no such run, or its state can't be told any more.
  func resolve(_ connection: borrowing Connection) throws -> Int64 {
    let run = try number(connection)
    let first = try connection.integer("SELECT first_state FROM store") ?? 0
    guard run >= first else {
      throw Fault(
        .missing, what: "\(self)", why: "what the store held then is not known any more",
        advice: "ask for run \(first) or a later one")
    }
    return run
  }

  private func number(_ connection: borrowing Connection) throws -> Int64 {
    switch self {
    case .time(let time):
      return try connection.integer(
        "SELECT max(id) FROM runs WHERE julianday(finished_at) <= julianday(?)", with: .text(time))
        ?? 0
    case .number(let number):
      let isThere = try connection.integer(
        "SELECT EXISTS (SELECT 1 FROM runs WHERE id = ?)", with: .integer(Int64(number)))
      guard isThere == 1 else {
        throw Fault(
          .missing, what: "\(self)", why: "there is no such run", advice: "see: assetstore runs")
      }
      return Int64(number)
    }
  }
}
