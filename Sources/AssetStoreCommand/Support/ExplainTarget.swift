/// `--explain`, behind which the name of what is explained for may stand: options take either a value or none.
enum ExplainTarget {
  static let postgreSQLFlag = "explain-postgres"

  /// The arguments with `--explain postgres` as one flag of its own, and `--explain sqlite` as `--explain`.
  static func joined(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for argument in arguments {
      switch (result.last, argument) {
      case ("--explain", "postgres"), ("--explain", "postgresql"):
        result[result.count - 1] = "--\(postgreSQLFlag)"
      case ("--explain", "sqlite"): break
      default: result.append(argument)
      }
    }
    return result
  }
}
