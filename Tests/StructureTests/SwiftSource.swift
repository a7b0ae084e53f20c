/// A source file, as far as its structure goes: what it declares for others, and which words it uses.
struct SwiftSource {
  let module: String
  /// The folder inside of the module; empty for the module's own.
  let folder: String
  let name: String
  /// The types and functions that other files can see: all of its types, and of the functions those whose names can't be
  /// taken for others.
  private(set) var names: Set<String> = []
  /// All words of its code.
  private(set) var words: Set<String> = []
  /// Parameters of its functions: how many there are, and how many of them have no label.
  private(set) var parameters = (all: 0, unlabelled: 0)
  /// How many of its declarations are public.
  private(set) var publicDeclarations = 0

  /// - Parameter path: from the folder of the sources.
  init(at path: String, text: String) {
    let parts = path.split(separator: "/").map(String.init)
    module = parts[0]
    folder = parts.dropFirst().dropLast().joined(separator: "/")
    name = parts.last ?? ""
    read(SwiftTokens(text).tokens)
  }

  private mutating func read(_ tokens: [String]) {
    words = Set(tokens)
    var depth = 0
    var isHidden = false
    for (index, token) in tokens.enumerated() {
      switch token {
      case "{": depth += 1
      case "}": (depth, isHidden) = (depth - 1, false)
      case "private", "fileprivate": isHidden = tokens[index + 1] != "("
      case "public": publicDeclarations += tokens[index + 1] == "import" ? 0 : 1
      case "struct", "class", "enum", "protocol", "actor", "typealias":
        if depth == 0, !isHidden { names.insert(tokens[index + 1]) }
        isHidden = false
      case "func", "init":
        if token == "func", !isHidden, isDistinctive(tokens[index + 1]) {
          names.insert(tokens[index + 1])
        }
        isHidden = false
        countParameters(tokens[index...])
      case "let", "var": isHidden = false
      default: break
      }
    }
  }

  /// Whether it has three words or more.
  private func isDistinctive(_ name: String) -> Bool { name.count { $0.isUppercase } >= 2 }

  private mutating func countParameters(_ tokens: ArraySlice<String>) {
    guard let open = tokens.prefix(12).firstIndex(of: "(") else { return }
    var depth = 0
    for index in open..<tokens.endIndex {
      switch tokens[index] {
      case "(", "[", "<": depth += 1
      case ")", "]": depth -= 1
      case ">": depth -= tokens[index - 1] == "-" ? 0 : 1
      case ":" where depth == 1:
        parameters.all += 1
        if tokens[index - 2] == "_" { parameters.unlabelled += 1 }
      default: break
      }
      if depth == 0 { return }
    }
  }
}
