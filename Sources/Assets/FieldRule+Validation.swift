extension FieldRule {
  /// What a definition calls the rule.
  package var name: String {
    switch check {
    case .oneOf: "one_of"
    case .length: "length"
    case .pattern: "pattern"
    case .keyLength: "key_length"
    case .keyPattern: "key_pattern"
    case .valueLength: "value_length"
    case .valuePattern: "value_pattern"
    case .maxKeys: "max_keys"
    }
  }

  /// Whether it says something about values of the data type: of text, or of a map's keys and values.
  package func applies(to dataType: DataType) -> Bool {
    switch check {
    case .oneOf, .length, .pattern: dataType == .string
    case .keyLength, .keyPattern, .valueLength, .valuePattern, .maxKeys: dataType.isMap
    }
  }

  /// The expression that matches what the rule's pattern matches as a whole; nil for a rule without a pattern.
  func expression() throws(RegularExpressionFault) -> RegularExpression? {
    switch check {
    case .pattern(let pattern), .keyPattern(let pattern), .valuePattern(let pattern):
      // By itself first, so that no bracket in it closes one of ours.
      _ = try RegularExpression(pattern)
      return try RegularExpression("^(?:\(pattern))$")
    default: return nil
    }
  }

  /// Why a field of the data type can't have the rule; nil if it can.
  func flaw(on dataType: DataType, checksPattern: Bool) -> String? {
    guard applies(to: dataType) else {
      return "its rule '\(name)' says nothing of the data type \(dataType.rawValue)"
    }
    do throws(RegularExpressionFault) {
      if checksPattern { _ = try expression() }
      return nil
    } catch {
      return "its rule '\(name)' is no regular expression: \(error.reason)"
    }
  }
}
