/// What a line of a command asks that answers at once, so that its start counts.
protocol DirectQuestion: DirectOptions {
  /// Sets the one argument that is no option's.
  mutating func set(argument: String)
  /// Whether it is nothing without the argument.
  static var needsArgument: Bool { get }
  /// - Throws: what the parser tells of options that don't go together.
  func validate() throws
  func run(in context: CommandContext) throws
}

extension DirectQuestion {
  /// The question of a usual line; nil for a line that the parser has to read.
  init?(usual line: some Sequence<String>) {
    self.init()
    var line = line.makeIterator()
    var hasArgument = false
    while let word = line.next() {
      guard let (name, value) = Self.option(word) else {
        guard word.utf8.first != UInt8(ascii: "-"), !hasArgument else { return nil }
        set(argument: word)
        hasArgument = true
        continue
      }
      if let value {
        guard !value.isEmpty, set(name, to: value) else { return nil }
      } else if !set(flag: name) {
        guard let value = line.next(), value.utf8.first != UInt8(ascii: "-"), set(name, to: value)
        else { return nil }
      }
    }
    guard hasArgument || !Self.needsArgument, (try? validate()) != nil else { return nil }
  }

  /// The name of an option, and the value that is written onto it; nil for what is no option by its long name, nor
  /// `-o`.
  private static func option(_ word: String) -> (name: String, value: String?)? {
    if word == "-o" { return ("output", nil) }
    guard word.utf8.starts(with: "--".utf8) else { return nil }
    let rest = word.utf8.dropFirst(2)
    guard let sign = rest.firstIndex(of: UInt8(ascii: "=")) else {
      return (String(Substring(rest)), nil)
    }
    return (String(Substring(rest[..<sign])), String(Substring(rest[sign...].dropFirst())))
  }
}
