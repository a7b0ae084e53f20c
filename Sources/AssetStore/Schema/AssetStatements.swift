/// The statements that write assets of a type. Parameters: the id, the cells of a record, the run.
struct AssetStatements {
  /// Finds an asset by its key.
  let find: String
  /// Finds the asset behind one id, if it has the key: no search where an export comes again.
  let findNext: String
  let findByID: String
  let insert: String
  let update: String
  /// Takes an asset for what a run made, as it is: takes its id and the run.
  let claim: String

  init(_ table: AssetTable) {
    let columns = table.columns
    let names = columns.joined(separator: ", ")
    let parameters = (2...columns.count + 1).map { "?\($0)" }
    let run = "?\(columns.count + 2)"
    find = "SELECT _id, \(names) FROM \(table.name) WHERE _key = ?1"
    findNext = """
      SELECT _id, \(names) FROM \(table.name)
      WHERE _id = (SELECT min(_id) FROM \(table.name) WHERE _id > ?1) AND +_key = ?2
      """
    findByID = "SELECT _id, \(names) FROM \(table.name) WHERE _id = ?1"
    insert = """
      INSERT INTO \(table.name)(_id, \(names), _run)
      VALUES (?1, \(parameters.joined(separator: ", ")), \(run))
      """
    let assignments = zip(columns, parameters).map { "\($0) = \($1)" }
    update = """
      UPDATE \(table.name)
      SET \(assignments.joined(separator: ", ")), _run = \(run)
      WHERE _id = ?1
      """
    claim = "UPDATE \(table.name) SET _run = ?2 WHERE _id = ?1"
  }
}
