/// Options that a usual command line sets without the argument parser.
///
/// The parser asks the runtime what each declaration is, and for every answer the runtime looks through all conformances
/// of the program: measured, two thirds of the instructions of a short question. What isn't usual is still the parser's:
/// help, errors, values that begin with a minus. Tests hold the two against each other on random lines.
protocol DirectOptions {
  /// All of them as they are when a line names none.
  init()
  /// Sets the option of this name to a value; false if there is none, or it takes no such value.
  mutating func set(_ name: String, to value: String) -> Bool
  /// Sets the flag of this name; false if there is none.
  mutating func set(flag name: String) -> Bool
}

extension DirectOptions {
  mutating func set(flag name: String) -> Bool { false }
}
