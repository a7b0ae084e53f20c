/// Arguments as they are typed, and as the parser takes them for what they are.
enum CommandArguments {
  /// A number below zero stays with its option, and a query that begins with a comment is no option: the parser would
  /// say of both that something is missing.
  static func normalized(_ arguments: [String]) -> [String] {
    guard !arguments.contains("--") else { return arguments }
    var result: [String] = []
    var queries: [String] = []
    for argument in arguments {
      if isComment(argument) {
        queries.append(argument)
      } else if isNegativeNumber(argument), let option = result.last, isBareOption(option) {
        result[result.count - 1] = "\(option)=\(argument)"
      } else {
        result.append(argument)
      }
    }
    return queries.isEmpty ? result : result + ["--"] + queries
  }

  /// Whether it begins with `--` and goes on as no option does: with a space before any equals sign.
  private static func isComment(_ argument: String) -> Bool {
    guard argument.utf8.starts(with: "--".utf8) else { return false }
    let sign = argument.utf8.first {
      $0 == UInt8(ascii: "=") || $0 == 0x20 || (9...13).contains($0)
    }
    return sign.map { $0 != UInt8(ascii: "=") } ?? false
  }

  private static func isNegativeNumber(_ argument: String) -> Bool {
    let digits = argument.utf8.dropFirst()
    return argument.utf8.first == UInt8(ascii: "-") && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isBareOption(_ argument: String) -> Bool {
    argument.utf8.starts(with: "--".utf8) && !argument.utf8.contains(UInt8(ascii: "="))
  }
}
