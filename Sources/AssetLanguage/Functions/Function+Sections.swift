extension Function {
  /// Functions whose arguments have rules of their own.
  static let special: Set<String> = [
    "coalesce", "ifnull", "nullif", "greatest", "least", "iif", "num_nulls", "num_nonnulls",
    "grouping",
  ]

  /// The names of all functions, each once, by what they are about.
  package static let sections: [(title: String, names: [String])] = {
    let spelled: [(String, [Function])] = [
      ("Text", ofText), ("Patterns", ofPatterns), ("Numbers", ofNumbers), ("Time", ofTimes),
      ("Maps", ofMaps), ("JSON", ofJSON), ("Arrays", ofArrays), ("Addresses", ofAddresses),
      ("Over rows", ofAggregates),
      ("With OVER", ofWindows), ("As tables", ofTables), ("SQLite's", ofSQLite),
    ]
    return spelled.map { title, functions in
      var names: [String] = []
      for function in functions where !names.contains(function.name) { names.append(function.name) }
      return (title, names)
    } + [("Values", special.sorted())]
  }()
}
