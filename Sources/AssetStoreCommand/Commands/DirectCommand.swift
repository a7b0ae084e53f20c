internal import ArgumentParser

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
