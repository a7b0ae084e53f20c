internal import AssetSQLite

extension Connection {
  /// What SQL's `text REGEXP pattern` calls, and the same without regard to case; they are named as in SQLite's shell.
  func defineRegularExpressions() throws(SQLiteError) {
    for (name, ignoresCase) in [("regexp", false), ("regexpi", true)] {
      let (compiled, flags) = (CompiledPattern(), PatternFlags(ignoresCase: ignoresCase))
      try define(name, arguments: 2) { arguments throws(FunctionFault) in
        try compiled.match(arguments, pattern: 0, text: 1, flags: flags)
      }
    }
  }
}
