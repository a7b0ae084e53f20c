internal import ArgumentParser

/// Arguments as they are typed, and as the parser takes them for what they are.
enum CommandArguments {
  /// A number below zero stays with its option, and a query that begins with a comment is no option: the parser would
  /// say of both that something is missing.
  static func normalized(_ arguments: [String]) -> [String] {
    guard !arguments.contains("--") else { return arguments }
    let arguments = withSubcommandFirst(arguments)
    var result: [String] = []
    var queries: [String] = []
    for argument in arguments {
      if isComment(argument) || isExpression(argument) {
        queries.append(argument)
      } else if isNegativeNumber(argument), let option = result.last, isBareOption(option) {
        result[result.count - 1] = "\(option)=\(argument)"
      } else {
        result.append(argument)
      }
    }
    return queries.isEmpty ? result : result + ["--"] + queries
  }

  /// `types --store S add` is `types add --store S`: the parser would take the options for those of `types list`.
  private static func withSubcommandFirst(_ arguments: [String]) -> [String] {
    guard arguments.first == "types" else { return arguments }
    let names = Types.configuration.subcommands.compactMap { $0.configuration.commandName }
    let index = arguments.indices.dropFirst().first { index in
      names.contains(arguments[index]) && !isBareOption(arguments[index - 1])
        && arguments[index - 1] != "-o"
    }
    guard let index, arguments[1].utf8.first == UInt8(ascii: "-") else { return arguments }
    var result = arguments
    result.insert(result.remove(at: index), at: 1)
    return result
  }

  /// Whether it begins with a minus and goes on as no option does, with a space or an operator.
  private static func isExpression(_ argument: String) -> Bool {
    let rest = argument.utf8.dropFirst()
    guard argument.utf8.first == UInt8(ascii: "-"), rest.first != UInt8(ascii: "-") else {
      return false
    }
    return rest.contains { $0 == 0x20 || (9...13).contains($0) || "<>()'".utf8.contains($0) }
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
