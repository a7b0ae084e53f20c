internal import ArgumentParser

extension SQLQuestion: DirectQuestion {
  static let needsArgument = true

  func validate() throws {
    for (name, value) in [
      ("timeout", timeout), ("max-rows", maxRows ?? 0), ("max-bytes", maxBytes),
    ]
    where value < 0 {
      throw ValidationError("--\(name) \(value) is less than nothing.")
    }
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
