/// What went wrong outside of the program, said so that its reader can act on it: what was tried, why it failed, what
/// to do. The command prints it as `error: what: why; advice`.
public struct Fault: Error, Hashable, Sendable {
  /// What sort of failure it is. Each is an exit code of the command.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The question makes no sense.
    case usage
    /// The input, or a record of it, was refused.
    case input
    /// There is no such file, store, type, key or run.
    case missing
    /// Something is there that would be overwritten.
    case exists
    /// The system failed to read or write.
    case io
    /// Another process holds the store.
    case busy
    /// A guard against loss refused.
    case guarded
    /// The store's schema is older or newer than this program's.
    case schema
    /// The content of a store or backup is not what was written.
    case damaged
    /// The user stopped it.
    case interrupted
    /// A fault of this program.
    case program
  }

  /// What sort of thing went wrong: a command exits with its code.
  public let kind: Kind
  /// What was tried, or with what: a path, an option, a type.
  public let what: String
  /// Why it failed.
  public let why: String
  /// What to do about it, where something can be done.
  public let advice: String?
  /// Where in an input it happened.
  package var place: Place?
  /// Where in what somebody typed it is. Shown below the message.
  package var excerpt: TextPlace?
  /// Whether what was asked for is done all the same; nil where nobody knows.
  package var isDone: Bool? = false

  package init(
    _ kind: Kind, what: String, why: String, advice: String? = nil, place: Place? = nil,
    excerpt: TextPlace? = nil
  ) {
    self.kind = kind
    self.what = what
    self.why = why
    self.advice = advice
    self.place = place
    self.excerpt = excerpt
  }
}

extension Fault: CustomStringConvertible {
  /// One line: what was tried, why it failed, and what to do.
  public var description: String {
    let what = place.map { "\(self.what): line \($0.line), byte \($0.byte)" } ?? self.what
    return advice.map { "\(what): \(why); \($0)" } ?? "\(what): \(why)"
  }
}

extension Fault {
  /// The same, of a step of what is not done then, whatever became of the step.
  package var ofStep: Fault {
    var fault = self
    fault.isDone = false
    return fault
  }
}
