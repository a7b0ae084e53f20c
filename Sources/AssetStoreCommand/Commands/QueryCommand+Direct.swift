internal import ArgumentParser

extension QueryCommand: DirectCommand {
  static let needsArgument = false

  static var unset: Self {
    var command = Self()
    command.expression = nil
    command.filter = .unset
    command.fields = []
    command.sort = []
    command.asOf = nil
    command.limit = nil
    command.after = nil
    command.count = false
    command.facet = []
    command.exitStatus = false
    command.explain = false
    command.explainPostgreSQL = false
    command.output = .unset
    command.store = .unset
    return command
  }

  mutating func set(argument: String) { expression = argument }

  mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "fields": fields.append(value)
    case "sort": sort.append(value)
    case "as-of": asOf = value
    case "limit":
      guard let limit = Int(value) else { return false }
      self.limit = limit
    case "after": after = value
    case "facet": facet.append(value)
    default:
      return filter.set(name, to: value) || output.set(name, to: value)
        || store.set(name, to: value)
    }
    return true
  }

  mutating func set(flag name: String) -> Bool {
    switch name {
    case "count": count = true
    case "exit-status": exitStatus = true
    case "explain": explain = true
    case ExplainTarget.postgreSQLFlag: explainPostgreSQL = true
    default: return filter.set(flag: name) || output.set(flag: name)
    }
    return true
  }
}
