internal import ArgumentParser

extension QueryQuestion: DirectQuestion {
  static let needsArgument = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit) is less than nothing.") }
    if after != nil, count || explain || explainPostgreSQL || !facet.isEmpty {
      throw ValidationError("--after goes with no --count, --explain or --facet.")
    }
    if !facet.isEmpty, count || explain || !fields.isEmpty || !sort.isEmpty {
      throw ValidationError("--facet goes with no --count, --explain, --fields or --sort.")
    }
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
