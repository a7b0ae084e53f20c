internal import ArgumentParser

extension SQLCommand: DirectCommand {
  static let needsArgument = true

  static var unset: Self {
    var command = Self()
    command.query = ""
    command.param = []
    command.asOf = nil
    command.timeout = SQLCommand.defaultTimeout
    command.maxRows = nil
    command.maxBytes = SQLCommand.defaultBytes
    command.explain = false
    command.explainPostgreSQL = false
    command.output = .unset
    command.store = .unset
    return command
  }

  mutating func set(argument: String) { query = argument }

  mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "param": param.append(value)
    case "as-of": asOf = value
    case "timeout": return Self.set(&timeout, to: value)
    case "max-rows":
      guard let rows = Int(value) else { return false }
      maxRows = rows
    case "max-bytes": return Self.set(&maxBytes, to: value)
    default: return output.set(name, to: value) || store.set(name, to: value)
    }
    return true
  }

  private static func set(_ number: inout Int, to value: String) -> Bool {
    guard let read = Int(value) else { return false }
    number = read
    return true
  }

  mutating func set(flag name: String) -> Bool {
    switch name {
    case "explain": explain = true
    case ExplainTarget.postgreSQLFlag: explainPostgreSQL = true
    default: return output.set(flag: name)
    }
    return true
  }
}
