internal import CAssetSQLite

extension Statement {
  /// Whether it changes nothing in the file.
  package var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(raw) != 0 }

  /// The number of the parameter that is spelled so, with its colon; nil if there is none.
  package func parameter(named name: String) -> Int? {
    let index = unsafe sqlite3_bind_parameter_index(raw, name)
    return index == 0 ? nil : Int(index)
  }

  /// What the column is called.
  package func name(at index: Int) -> String {
    unsafe sqlite3_column_name(raw, Int32(index)).map { unsafe String(cString: $0) } ?? ""
  }

  /// The column of a table that a column of the result shows as it is; nil for what is computed.
  package func origin(at index: Int) -> (table: String, column: String)? {
    guard let table = unsafe sqlite3_column_table_name(raw, Int32(index)),
      let column = unsafe sqlite3_column_origin_name(raw, Int32(index))
    else { return nil }
    return unsafe (String(cString: table), String(cString: column))
  }
}
