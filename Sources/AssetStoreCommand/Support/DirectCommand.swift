internal import ArgumentParser

/// Options that a usual command line sets without the argument parser.
///
/// The parser asks the runtime what each declaration is, and for every answer the runtime looks through all conformances
/// of the program: measured, two thirds of the instructions of a short question. What isn't usual is still the parser's:
/// help, errors, values that begin with a minus. Tests hold the two against each other on random lines.
protocol DirectOptions: ParsableArguments {
  /// All of them as they are when a line names none.
  static var unset: Self { get }
  /// Sets the option of this name to a value; false if there is none, or it takes no such value.
  mutating func set(_ name: String, to value: String) -> Bool
  /// Sets the flag of this name; false if there is none.
  mutating func set(flag name: String) -> Bool
}

extension DirectOptions {
  mutating func set(flag name: String) -> Bool { false }
}

/// A command that answers at once, so that its start counts.
protocol DirectCommand: DirectOptions, StoreCommand {
  /// Sets the one argument that is no option's.
  mutating func set(argument: String)
  /// Whether it is nothing without the argument.
  static var needsArgument: Bool { get }
  var store: StoreOptions { get }
}

extension DirectCommand {
  /// The command of a usual line; nil for a line that the parser has to read.
  init?(usual line: some Sequence<String>) {
    self = .unset
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
    guard hasArgument || !Self.needsArgument, (try? store.validate()) != nil,
      (try? validate()) != nil
    else { return nil }
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
